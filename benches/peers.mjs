// Our engine beside those that people would use in its place, in Node, in one run: whether they agree on complete answers,
// what each says of answers that are not complete, and how long a call takes. Ours takes a profile and gives the report
// with its reasons; the peers take facts that are worked out already, and give the outcomes alone.

import { readFile } from "node:fs/promises";

import { evaluate, init } from "../dist/engine.js";
import { root } from "../tests/support/server.mjs";
import { dice, person } from "./peers/facts.mjs";
import { PEERS } from "./peers/peers.mjs";
import { median } from "./phone.mjs";

const ROLE = { role: "clinical-or-medical-technology" };
const RANK = { met: 2, judgement: 1, "not-met": 0 };
const PEOPLE = 10_000;
const ROUNDS = 9;
/** How long one round of one engine is to take, in milliseconds. */
const ROUND = 60;
/** Answers that are not complete, and what is open for each. */
const PARTIAL = [
  ["nothing answered", {}, {}],
  [
    "a first in physics, no more",
    { degree: [{ award: "bachelor-honours", subject: "physics", class: "first" }] },
    { kind: "honours", class: "first", relevance: 2 },
  ],
  ["a degree, its class open", { degree: [{ award: "bachelor-honours", subject: "physics" }] }, { kind: "honours", relevance: 2 }],
  [
    "a degree in law, class and the rest open",
    { degree: [{ award: "bachelor-honours", subject: "law" }], higherDegree: [] },
    { kind: "honours", relevance: 0, higher: 0, higherRelevance: 0 },
  ],
];

const outcomes = (report) => Object.fromEntries(report.routes.map(({ id, outcome }) => [id, outcome]));
const ours = (profile) => outcomes(evaluate(profile, ROLE));

/** Microseconds a call, over as many calls as fill a round. */
async function timed(run, values, calls) {
  const begun = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const given = run(values[call % values.length]);
    if (given instanceof Promise) await given;
  }
  return ((performance.now() - begun) * 1000) / calls;
}

async function callsFor(run, values) {
  await timed(run, values, 50);
  const each = await timed(run, values, 50);
  return Math.max(20, Math.round((ROUND * 1000) / each));
}

/** Sets the engines beside each other; gives the rows of the tables. */
export async function peers() {
  const begun = performance.now();
  await init(await readFile(`${root}dist/engine-wasm_bg.wasm`));
  const loaded = performance.now() - begun;
  const first = performance.now();
  evaluate({}, ROLE);
  const cold = performance.now() - first;
  const roll = dice(2026);
  const people = Array.from({ length: PEOPLE }, () => person(roll));
  const expected = people.map(({ profile }) => ours(profile));
  const profiles = people.map(({ profile }) => profile);
  const facts = people.map((one) => one.facts);
  const texts = profiles.map((profile) => JSON.stringify(profile));

  const made = PEERS.map((peer) => ({ ...peer, run: peer.make(), times: [], differences: 0, partial: [] }));
  for (const one of made) {
    for (const [at, given] of facts.entries()) {
      const said = await one.run(given);
      if (said.ptp !== RANK[expected[at].ptp] || said.stp !== RANK[expected[at].stp]) one.differences += 1;
    }
    for (const [, , given] of PARTIAL) {
      one.partial.push(
        await Promise.resolve()
          .then(() => one.run(given))
          .catch((error) => `throws: ${String(error.message).split("\n")[0].slice(0, 60)}`),
      );
    }
  }

  const own = { name: "Entry Checker", times: [], run: (profile) => evaluate(profile, ROLE) };
  own.calls = await callsFor(own.run, profiles);
  for (const one of made) one.calls = await callsFor(one.run, facts);
  const fromText = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    own.times.push(await timed(own.run, profiles, own.calls));
    fromText.push(await timed(own.run, texts, own.calls));
    for (const one of made) one.times.push(await timed(one.run, facts, one.calls));
  }
  return {
    people: PEOPLE,
    rounds: ROUNDS,
    loaded,
    cold,
    own: median(own.times),
    fromText: median(fromText),
    peers: made.map(({ name, differences, times, partial }) => ({
      name,
      differences,
      time: median(times),
      // Paired: each with ours of the same round.
      ratio: median(times.map((time, round) => time / own.times[round])),
      partial,
    })),
    partial: PARTIAL.map(([title, profile]) => ({ title, ours: ours(profile) })),
  };
}
