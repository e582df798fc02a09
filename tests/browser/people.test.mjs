// Six people's whole way through the page in each browser: what they are asked, the sentence they are told, the outcome
// of each route, a reason, and what would change it. The focus is on the heading of each screen, and never lost.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, text, until, violations, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const SCIENTIST = "Train as a clinical scientist";
const PRACTITIONER = "Train as a healthcare science practitioner";
const RESULT = "Your result for clinical or medical technology";

const STAGE = "What is the highest qualification you have or are studying for?";
const LEVEL3 = "Which level 3 qualification do you have, or are you studying for?";
const LEVEL3_SUBJECT = "What subject is your A level in?";
const level3Status = (subject) => `Do you have the result of your A level in ${subject} yet?`;
const LEVEL3_MORE = "Do you have another level 3 qualification, or are you studying for one?";
const GCSES = "How many GCSEs do you have or expect at grades 9 to 4, or A* to C?";
const DEGREE = "Which kind of degree do you have, or are you studying for?";
const DEGREE_STATUS = "Do you have your degree result yet?";
const DEGREE_CLASS = "What class is your degree?";
const DEGREE_SUBJECT = "What subject is your degree in?";
const DEGREE_MORE = "Do you have another degree, or are you studying for one?";
const HIGHER = "Do you have a higher degree, or are you studying for one?";
const HIGHER_MORE = "Do you have another higher degree, or are you studying for one?";

/**
 * Each answer is the title of a question and a choice, or what is typed and chosen from the list. Each route is its
 * title, its outcome, and words of its card: reasons and what would change it.
 */
const PEOPLE = [
  {
    who: "a school leaver whose only science is maths",
    answers: [
      [STAGE, "A levels or similar"],
      [LEVEL3, "A level"],
      [LEVEL3_SUBJECT, ["math", "Mathematics"]],
      [level3Status("mathematics"), "Yes, I have it"],
      ["What grade is your A level in mathematics?", "A"],
      [LEVEL3_MORE, "Yes"],
      ["Which other level 3 qualification do you have, or are you studying for?", "A level"],
      [LEVEL3_SUBJECT, ["hist", "History"]],
      [level3Status("history"), "Yes, I have it"],
      [LEVEL3_MORE, "No"],
      [GCSES, "5 or more"],
      ["Do you have the results of all these GCSEs yet?", "Yes, I have them all"],
    ],
    sentence: "The university’s course team will need to decide if you can train as a healthcare science practitioner.",
    routes: [
      [
        PRACTITIONER,
        "To be decided",
        "Some universities count mathematics as a science and others do not. Ask the university’s course team.",
        "One more A level in biology, chemistry or physics",
      ],
      [
        SCIENTIST,
        "Not met",
        "You do not have a degree and you are not studying for one.",
        "An honours degree or integrated master’s in physics, engineering or applied maths, at 2:1 or better.",
      ],
    ],
  },
  {
    who: "a graduate physicist",
    answers: [
      [STAGE, "A degree"],
      [DEGREE, "Honours degree"],
      [DEGREE_STATUS, "Yes, I have it"],
      [DEGREE_CLASS, "First (1st)"],
      [DEGREE_SUBJECT, ["phys", "Physics"]],
      [LEVEL3, "I do not have one"],
    ],
    sentence: "You meet the qualification rules to train as a clinical scientist.",
    routes: [
      [
        SCIENTIST,
        "Met",
        "Your first in physics meets this. The subject is one of those accepted most often.",
        "Read the person specification for your specialism",
      ],
      [
        PRACTITIONER,
        "Not met",
        "You do not have a level 3 qualification, such as an A level.",
        "2 A levels, one of them in biology, chemistry or physics, and 5 GCSEs at grade 4 or C or above",
      ],
    ],
  },
  {
    who: "a 2:2 with a PGDip",
    answers: [
      [STAGE, "A master’s, a doctorate or another award after a degree"],
      [DEGREE, "Honours degree"],
      [DEGREE_STATUS, "Yes, I have it"],
      [DEGREE_CLASS, "Lower second (2:2)"],
      [DEGREE_MORE, "No"],
      [HIGHER, "PGDip"],
      [HIGHER_MORE, "No"],
      [LEVEL3, "I do not have one"],
    ],
    sentence: "You do not meet the qualification rules for a route yet.",
    routes: [
      [
        SCIENTIST,
        "Not met",
        "Your 2:2 is below the 2:1 this pathway asks for.",
        "The page says a postgraduate diploma (PGDip) does not count.",
        "A higher degree in physics, engineering or applied maths, such as an MSc or a PhD.",
      ],
      [PRACTITIONER, "Not met", "You do not have a level 3 qualification", "2 A levels, one of them in biology, chemistry or physics"],
    ],
  },
  {
    who: "an overseas graduate",
    answers: [
      [STAGE, "A degree"],
      [DEGREE, "Degree from outside the UK"],
      [DEGREE_STATUS, "Yes, I have it"],
      [DEGREE_SUBJECT, ["elec", "Electrical engineering"]],
      [DEGREE_MORE, "No"],
      [LEVEL3, "I do not have one"],
    ],
    sentence: "The National School of Healthcare Science will need to decide if you can train as a clinical scientist.",
    routes: [
      [
        SCIENTIST,
        "To be decided",
        "Your degree is from outside the UK. Ask the National School of Healthcare Science how it compares with a UK degree.",
        "Ask the National School of Healthcare Science, and show them what you studied.",
        "UK ENIC Statement of Comparability",
      ],
      [PRACTITIONER, "Not met", "You do not have a level 3 qualification", "2 A levels, one of them in biology, chemistry or physics"],
    ],
  },
  {
    who: "a career changer with a history first and an MSc",
    answers: [
      [STAGE, "A master’s, a doctorate or another award after a degree"],
      [DEGREE, "Honours degree"],
      [DEGREE_STATUS, "Yes, I have it"],
      [DEGREE_CLASS, "First (1st)"],
      [DEGREE_SUBJECT, ["hist", "History"]],
      [DEGREE_MORE, "No"],
      [HIGHER, "MSc"],
      ["What subject is your MSc in?", ["med ph", "Medical physics"]],
      ["Have you been awarded your MSc in medical physics yet?", "Yes"],
      [LEVEL3, "A level"],
      [LEVEL3_SUBJECT, ["hist", "History"]],
      [level3Status("history"), "Yes, I have it"],
      [LEVEL3_MORE, "No"],
    ],
    sentence: "You meet the qualification rules to train as a clinical scientist.",
    routes: [
      [
        SCIENTIST,
        "Met",
        "Your first is enough here, in any subject.",
        "Your MSc in medical physics meets this. The subject is one of those accepted most often.",
      ],
      [PRACTITIONER, "Not met", "None of your passes at level 3 is in a science.", "One more A level in biology, chemistry or physics"],
    ],
  },
];

let server;
let driver;
let me;

before(async () => {
  server = await serve();
});

after(() => server.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 500, height: 900 });
      me = mouse(driver);
    });

    after(() => driver?.quit());

    beforeEach(async () => {
      await visit(driver, `${server.url}#/clinical-or-medical-technology`);
      await me.press("Start now");
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    for (const { who, answers, sentence, routes } of PEOPLE) {
      test(who, async () => {
        for (const one of answers) await answer(...one);
        await screen("Check your answers");
        await me.press("See your result");
        await told(sentence, routes);
        assert.deepEqual(await violations(driver), []);
      });
    }

    test("someone who stops half-way, goes back and forward, and comes back later by the link", async () => {
      await answer(STAGE, "A degree");
      await answer(DEGREE, "Honours degree");
      await answer(DEGREE_STATUS, "No, it is predicted");
      await screen("What class are you predicted for your degree?");
      await me.press("See your result so far");
      await told("We need more answers to say if you can train as a clinical scientist or as a healthcare science practitioner.", [
        [
          SCIENTIST,
          "Not answered yet",
          "We do not know the class of your degree.",
          "Answer the questions that are left, or change an answer where you were not sure.",
        ],
        [
          PRACTITIONER,
          "Not answered yet",
          "We do not know if you have A levels or other level 3 qualifications.",
          "Answer the questions that are left, or change an answer where you were not sure.",
        ],
      ]);
      // Back to the first question and forward again: the answers are still there.
      for (const title of ["What class are you predicted for your degree?", DEGREE_STATUS, DEGREE, STAGE]) {
        await driver.navigate().back();
        await screen(title);
      }
      assert.equal(await chosen(), "A degree");
      for (const [title, words] of [
        [DEGREE, "Honours degree"],
        [DEGREE_STATUS, "No, it is predicted"],
      ]) {
        await driver.navigate().forward();
        await screen(title);
        assert.equal(await chosen(), words);
      }
      await driver.navigate().forward();
      await screen("What class are you predicted for your degree?");
      await driver.navigate().forward();
      await screen(RESULT);
      const link = await driver.executeScript("return document.querySelector('.ec-keep input').value");
      await driver.get("about:blank");
      await driver.get(link);
      await heading(driver, "Check your answers");
      assert.match(await text(driver), /These answers came from a link\. Check that they are yours\./);
      await me.press("Answer the next question");
      await answer("What class are you predicted for your degree?", "Upper second (2:1)");
      await answer(DEGREE_SUBJECT, ["phys", "Physics"]);
      await screen(LEVEL3);
      await me.press("See your result so far");
      await told("You meet the qualification rules to train as a clinical scientist, if you get the results you need.", [
        [SCIENTIST, "Met", "physics"],
        [PRACTITIONER, "Not answered yet", "Answer the questions that are left, or change an answer where you were not sure."],
      ]);
    });
  });
}

/** A screen has come, with its title and the focus on its heading. */
async function screen(title) {
  await heading(driver, title);
  await until(driver, "return document.activeElement.tagName === 'H1'");
  assert.equal(await driver.getTitle(), `${title} – Entry Checker`);
}

async function answer(title, choice) {
  await screen(title);
  if (Array.isArray(choice)) await me.pick(...choice);
  else await me.choose(choice);
  assert.notEqual(await focus(), "BODY", `"${title}", answered, has not lost the focus`);
  await me.press("Continue");
}

function focus() {
  return driver.executeScript("return document.activeElement.tagName");
}

function chosen() {
  return driver.executeScript("return document.querySelector('input:checked')?.labels[0].textContent");
}

/** What the result says, as it is seen. */
async function told(sentence, routes) {
  await screen(RESULT);
  const [lead, cards] = await driver.executeScript(
    `const seen = (one) => one.innerText.replace(/\\s+/g, " ").trim();
     return [seen(document.querySelector(".ec-lead")), [...document.querySelectorAll(".ec-route")].map((card) =>
       [seen(card.querySelector("h2")), seen(card.querySelector(".ec-route__outcome .ec-outcome")), seen(card)])];`,
  );
  assert.ok(lead.startsWith(sentence), lead);
  assert.deepEqual(
    cards.map(([title, outcome]) => [title, outcome]),
    routes.map(([title, outcome]) => [title, outcome]),
  );
  routes.forEach(([title, , ...words], index) => {
    for (const one of words) assert.ok(cards[index][2].includes(one), `${title} does not say "${one}": ${cards[index][2]}`);
  });
}
