// What people really hold, on the page in each browser: a qualification taken again, one of a kind that is not known, a subject
// typed in a person's own way, results that are still to come.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, text, until, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const ROLE = "#/clinical-or-medical-technology";
const PRACTITIONER = "Train as a healthcare science practitioner";

const STAGE = "What is the highest qualification you have or are studying for?";
const AWARD = "Which level 3 qualification do you have, or are you studying for?";
const OTHER_AWARD = "Which other level 3 qualification do you have, or are you studying for?";
const SUBJECT = "What subject is your A level in?";
const STATUS = "Do you have the result of your A level yet?";
const GRADE = "What grade is your A level?";
const MORE = "Do you have another level 3 qualification, or are you studying for one?";
const GCSES = "How many GCSEs do you have or expect at grades 9 to 4, or A* to C?";
const AMONG = "Which of these are among those GCSEs?";
const RESULTS = "Do you have the results of all these GCSEs yet?";

const A_LEVELS = { [STAGE]: ["A levels or similar"], [AWARD]: ["A level"], [OTHER_AWARD]: ["A level"] };
const GOOD_GCSES = { [GCSES]: ["5 or more"], [AMONG]: [["English language", "Maths", "A science"]], [RESULTS]: ["Yes, I have them all"] };
const AWARDED = { [STATUS]: ["Yes, I have it", "Yes, I have it"], [GRADE]: ["C", "B"], [MORE]: ["Yes", "No"] };

/** The answers to each question, in the order in which it comes again, and what the card of the route says. */
const PEOPLE = [
  {
    who: "an A level and its resit are one A level",
    answers: { ...A_LEVELS, ...AWARDED, ...GOOD_GCSES, [SUBJECT]: [{ typed: "Physics" }, { typed: "Physics" }] },
    outcome: "To be decided",
    says: "Your passes at level 3 add up to one A level.",
  },
  ...[
    ["an AS level beside the A level in its subject adds nothing", "A level", "AS level"],
    ["a Higher beside the Advanced Higher in its subject adds nothing", "Scottish Advanced Higher", "Scottish Higher"],
  ].map(([who, larger, smaller]) => ({
    who,
    answers: {
      ...A_LEVELS,
      ...AWARDED,
      ...GOOD_GCSES,
      [AWARD]: [larger],
      [OTHER_AWARD]: [smaller],
      [SUBJECT]: [{ typed: "Physics" }, { typed: "Physics" }],
    },
    outcome: "To be decided",
    says: "Your passes at level 3 add up to one A level.",
  })),
  {
    who: "one more of a kind that is not known leaves the answer open",
    answers: { ...A_LEVELS, ...AWARDED, ...GOOD_GCSES, [OTHER_AWARD]: ["I’m not sure"], [SUBJECT]: [{ typed: "History" }] },
    outcome: "Not answered yet",
    says: "You have one more level 3 qualification. We do not know what it is.",
  },
  {
    who: "subjects as people write them are the listed ones",
    answers: { ...A_LEVELS, ...AWARDED, ...GOOD_GCSES, [SUBJECT]: [{ typed: "  A level PHYSICS" }, { typed: "history" }] },
    outcome: "Met",
    says: "Your A level in physics counts as a science.",
  },
  {
    who: "GCSEs that are predicted at A level are told of",
    answers: {
      ...A_LEVELS,
      ...AWARDED,
      ...GOOD_GCSES,
      [SUBJECT]: [{ typed: "Physics" }, { typed: "History" }],
      [RESULTS]: ["No, some are predicted"],
    },
    outcome: "Met",
    says: "if you get the results you need",
  },
];

const NEXT = "Check your answers";
/** The award, and once it is known its subject, in the title of a question about it. */
const ABOUT = /your (?:A level|AS level|Scottish Higher|Advanced Higher)(?: in (?:physics|history))?(?= yet\?|\?| in\?)/;
const titleOf = (driver) => driver.executeScript("return document.querySelector('.ec-screen h1').textContent.trim()");

for (const engine of ENGINES) {
  describe(engine, () => {
    let [server, driver, me] = [];

    before(async () => {
      server = await serve();
      driver = await open({ engine, width: 500, height: 900 });
      me = mouse(driver);
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    /** Gives one answer: what is chosen, all that are chosen, or what is typed without a look at the list. */
    async function give(answer) {
      if (answer.typed !== undefined) await me.type(answer.typed);
      else for (const choice of [answer].flat()) await me.choose(choice);
      const before = await driver.getCurrentUrl();
      await me.press("Continue");
      await until(driver, "return location.href !== arguments[0]", before);
    }

    for (const { who, answers, outcome, says } of PEOPLE) {
      test(who, async () => {
        const left = Object.fromEntries(Object.entries(answers).map(([title, all]) => [title, [...all]]));
        await visit(driver, server.url + ROLE);
        await me.press("Start now");
        await heading(driver, STAGE);
        const seen = [];
        for (let title = STAGE; title !== NEXT; title = await titleOf(driver)) {
          const asks = title.replace(ABOUT, "your A level");
          assert.ok(left[asks]?.length > 0, `"${title}" is not expected here`);
          if (asks === STATUS || asks === GRADE) seen.push(title);
          await give(left[asks].shift());
          await until(driver, "return document.title.startsWith(document.querySelector('.ec-screen h1').textContent.trim())");
        }
        // A resit is the one thing that the title cannot tell from the first sitting.
        const different = new Set(answers[SUBJECT].map(({ typed }, place) => typed + (place > 0 && answers[OTHER_AWARD][0])));
        assert.ok(new Set(seen).size >= different.size, `each question says which qualification it is about: ${seen}`);
        await me.press("See your result");
        await heading(driver, "Your result for clinical or medical technology");
        assert.match(await text(driver), /What we did not check/);
        const card = await driver.executeScript(
          `const one = [...document.querySelectorAll(".ec-route")].find((one) => one.querySelector("h2").textContent.trim() === arguments[0]);
           return [one.querySelector(".ec-route__outcome .ec-outcome").innerText.trim(), one.innerText.replace(/\\s+/g, " ")];`,
          PRACTITIONER,
        );
        assert.equal(card[0], outcome);
        assert.ok(card[1].includes(says), card[1]);
      });
    }
  });
}
