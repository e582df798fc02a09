// Every view of the page, one after the other, for whoever looks at them: axe, the checker of HTML, a camera.

import { readFile } from "node:fs/promises";

import { heading, navigate, until, visit } from "./browser.mjs";
import { mouse } from "./hands.mjs";
import { root, unheld } from "./server.mjs";

const ROLE = "#/clinical-or-medical-technology";
const CHECK = "Check your answers";
const RESULT = "Your result for clinical or medical technology";

const STAGE = "What is the highest qualification you have or are studying for?";
const LEVEL3 = "Which level 3 qualification do you have, or are you studying for?";
const LEVEL3_SUBJECT = "What subject is your A level in?";
const level3Status = (subject) => `Do you have the result of your A level in ${subject} yet?`;
const LEVEL3_MORE = "Do you have another level 3 qualification, or are you studying for one?";
const level3Predicted = (subject) => `What grade are you predicted for your A level in ${subject}?`;
const GCSES = "How many GCSEs do you have or expect at grades 9 to 4, or A* to C?";
const DEGREE = "Which kind of degree do you have, or are you studying for?";
const DEGREE_STATUS = "Do you have your degree result yet?";
const DEGREE_CLASS = "What class is your degree?";
const DEGREE_SUBJECT = "What subject is your degree in?";
const DEGREE_MORE = "Do you have another degree, or are you studying for one?";
const HIGHER = "Do you have a higher degree, or are you studying for one?";

/** Who they are, what they answer, and the name of the view that they end at. Together they meet each kind of question. */
const PEOPLE = [
  [
    "result-met",
    [STAGE, "A degree"],
    [DEGREE, "Honours degree"],
    [DEGREE_STATUS, "Yes, I have it"],
    [DEGREE_CLASS, "First (1st)"],
    [DEGREE_SUBJECT, ["phys", "Physics"]],
    [LEVEL3, "I do not have one"],
  ],
  [
    "result-judgement",
    [STAGE, "A levels or similar"],
    [LEVEL3, "A level"],
    [LEVEL3_SUBJECT, ["math", "Mathematics"]],
    [level3Status("mathematics"), "Yes, I have it"],
    ["What grade is your A level in mathematics?", "A"],
    [LEVEL3_MORE, "No"],
    [GCSES, "5 or more"],
    ["Do you have the results of all these GCSEs yet?", "Yes, I have them all"],
  ],
  [
    "result-pending",
    [STAGE, "A levels or similar"],
    [LEVEL3, "A level"],
    [LEVEL3_SUBJECT, ["phys", "Physics"]],
    [level3Status("physics"), "No, it is predicted"],
    [level3Predicted("physics"), "B"],
    [LEVEL3_MORE, "Yes"],
    ["Which other level 3 qualification do you have, or are you studying for?", "A level"],
    [LEVEL3_SUBJECT, ["hist", "History"]],
    [level3Status("history"), "No, it is predicted"],
    [level3Predicted("history"), "C"],
    [GCSES, "5 or more"],
    ["Which of these are among those GCSEs?", "Maths"],
    ["Do you have the results of all these GCSEs yet?", "No, some are predicted"],
  ],
  [
    "result-not-met",
    [STAGE, "A master’s, a doctorate or another award after a degree"],
    [DEGREE, "Honours degree"],
    [DEGREE_STATUS, "Yes, I have it"],
    [DEGREE_CLASS, "Lower second (2:2)"],
    [DEGREE_MORE, "No"],
    [HIGHER, "PGDip"],
    ["Do you have another higher degree, or are you studying for one?", "No"],
    [LEVEL3, "I do not have one"],
  ],
];

/** Opens the example for a claim, to be written. */
export async function openExample(driver, claim) {
  const button = await driver.executeScript(
    "return [...document.querySelectorAll('.ec-claim')].find((one) => one.querySelector('label').textContent === arguments[0]).querySelector('button')",
    claim,
  );
  await button.click();
  await until(driver, "return document.querySelector('.ec-example textarea') !== null");
}

/** Goes to each view of the checker, served at `server`, and calls `see` with its name. */
export async function views(driver, server, see) {
  const me = mouse(driver);
  const arrive = (hash = "") => visit(driver, server.url + hash);
  const seen = new Set();
  const once = async (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    await see(name);
  };
  /** The question that stands there, seen once for each of its kind, and answered. */
  const answer = async (title, choice) => {
    await heading(driver, title);
    const slug = await driver.executeScript("return location.hash.split('/').at(-1)");
    await once(`question-${slug}`);
    if (Array.isArray(choice)) {
      await me.type(choice[0]);
      await until(driver, "return document.querySelector('[role=option]') !== null");
      await once("question-subject-list");
      await me.pick("", choice[1]);
    } else {
      await me.choose(choice);
      await once("question-chosen");
    }
    await me.press("Continue");
  };

  await arrive();
  await see("roles");
  await me.search("zzz");
  await until(driver, "return document.querySelectorAll('.ec-role').length === 0");
  await see("roles-none");
  await arrive("#v1.broken");
  await until(driver, "return document.querySelector('.ec-note') !== null");
  await see("link-broken");
  await arrive("#/all");
  await see("start-all");
  await arrive(ROLE);
  await see("start");
  await me.press("Start now");
  await heading(driver, STAGE);
  await me.press("Continue");
  await until(driver, "return document.querySelector('.ec-error-summary') !== null");
  await see("error");

  for (const [name, ...answers] of PEOPLE) {
    await arrive(ROLE);
    await me.press("Start now");
    for (const one of answers) await answer(...one);
    await heading(driver, CHECK);
    await once("check");
    await me.press("See your result");
    await heading(driver, RESULT);
    await see(name);
  }
  await driver.executeScript("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  await see("result-everything-open");
  await me.press("See the skills to show");
  await heading(driver, "Skills to show for clinical or medical technology");
  await me.choose("I am interested in science and technology");
  await me.choose("I want a job like this");
  await see("skills");
  await openExample(driver, "I can put a worried person at ease");
  await me.choose("Compassion");
  const fields = await driver.findElements({ css: ".ec-example textarea" });
  await fields[0].sendKeys("At the vet where I help on Saturdays.\n\nAn owner was afraid for her dog.");
  await fields[2].sendKeys("I asked her what worried her most, and listened. ".repeat(7));
  await until(driver, "return document.querySelector('.ec-example__count--over') !== null");
  await see("skills-example");
  await me.press("Close your example");
  await until(driver, "return document.querySelector('.ec-example') === null");
  await see("skills-written");
  await me.press("Back to your result");
  await me.press("Start again");
  await heading(driver, "Do you want to start again?");
  await see("start-again");

  await arrive(ROLE);
  await me.press("Start now");
  await answer(STAGE, "A degree");
  await answer(DEGREE, "Honours degree");
  await me.press("See your result so far");
  await heading(driver, RESULT);
  await see("result-unanswered");
  const link = await driver.executeScript("return document.querySelector('.ec-keep input').value");
  await visit(driver, link);
  await heading(driver, CHECK);
  await see("check-from-link");

  await arrive("#/all");
  await me.press("Start now");
  for (const one of PEOPLE[0].slice(1, 6)) await answer(...one);
  await me.press("See your result so far");
  await heading(driver, "Your result for all roles");
  await see("result-all");
  await me.press("Audiology");
  await heading(driver, "Your result for audiology");
  await see("result-one-of-all");
}

/** The same where something is missing. `faults` are those that `server` was given. */
export async function broken(driver, server, faults, see) {
  const me = mouse(driver, { early: true });
  const arrive = async (hash = "") => {
    await driver.get("about:blank");
    await driver.get(server.url + hash);
  };
  faults["checker_bg.wasm"] = { body: "" };
  faults["index.html"] = { body: unheld(await readFile(`${root}dist/index.html`, "utf8")) };
  await arrive();
  await until(driver, "return document.getElementById('failed').hidden === false");
  await see("failed");
  delete faults["index.html"];
  delete faults["checker_bg.wasm"];
  faults["catalogue.json"] = { status: 404 };
  await arrive();
  await until(driver, "return document.getElementById('again')?.hidden === false");
  await see("no-rules");
  faults["catalogue.json"] = { hang: true };
  await driver.get("about:blank");
  await navigate(driver, `${server.url}#/audiology`);
  await me.press("Start now");
  await heading(driver, STAGE);
  await me.choose("A degree");
  await me.press("Continue");
  await until(driver, "return document.querySelector('.ec-waiting').textContent !== ''");
  await see("waiting");
  delete faults["catalogue.json"];
}

/** The same for the plain pages of the rules. */
export async function plain(driver, server, see) {
  for (const [name, title] of [
    ["index", "The entry rules of each role"],
    ["clinical-or-medical-technology", "The entry rules of clinical or medical technology"],
  ]) {
    await driver.get(`${server.url}rules/${name}.html`);
    await heading(driver, title);
    await see(`rules-${name}`);
  }
}
