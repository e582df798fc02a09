// The worked cases, and the calls that have to be refused.

import { readFile } from "node:fs/promises";
import { root } from "./server.mjs";

export const ROLE = "clinical-or-medical-technology";

/** The worked cases of the contract and our own. */
export async function cases() {
  const files = await Promise.all(
    ["cases.jsonl", "cases-1.1.jsonl", "cases-own.jsonl"].map((name) => readFile(`${root}tests/${name}`, "utf8")),
  );
  return files.flatMap((text) =>
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  );
}

/** How a report differs from what a case expects; empty where it does not. */
export function differences(report, expected) {
  return Object.entries(expected).flatMap(([id, wanted]) => {
    const route = report.routes.find((one) => one.id === id);
    return ["outcome", "pending"]
      .filter((key) => route[key] !== wanted[key])
      .map((key) => `${id}.${key}: got ${route[key]}, expected ${wanted[key]}`);
  });
}

/**
 * Calls that have to be refused, as source text so that they can be made in any browser: what makes the arguments, the
 * code, and how the message begins.
 */
export const REFUSED = [
  ["[{ degree: [{ award: 'bachelor-honors' }] }, ROLE]", "E_PROFILE", "degree[0].award: unknown award"],
  ["[{ degree: [{ award: 'hnd', class: '2.5' }] }, ROLE]", "E_PROFILE", 'degree[0].class: unknown class "2.5"'],
  ["[{ level3: [{ award: 'a-level', grade: 'Z' }] }, ROLE]", "E_PROFILE", 'level3[0].grade: unknown grade "Z"'],
  ["[{}, { role: 'astronaut' }]", "E_ROLE", 'role: unknown role "astronaut"'],
  ["[{}, {}]", "E_ROLE", "role: must be text"],
  ["[{}]", "E_ROLE", "role: must be text"],
  ["[{}, { get role() { throw new Error('no') } }]", "E_ROLE", "role: must be text"],
  ["[{ degrees: [] }, ROLE]", "E_PROFILE", "degrees: unknown key"],
  ["[{ degree: [{ award: 'hnd', honours: true }] }, ROLE]", "E_PROFILE", "degree[0].honours: unknown key"],
  ["[{ degree: 'hnd' }, ROLE]", "E_PROFILE", "degree: must be a list"],
  ["[{ gcse: [{ count: '3' }] }, ROLE]", "E_PROFILE", "gcse[0].count: must be a whole number"],
  ["[{ gcse: [{ count: NaN }] }, ROLE]", "E_PROFILE", "gcse[0].count: must be a finite number"],
  ["[{ gcse: [{ count: 1e9 }] }, ROLE]", "E_PROFILE", "gcse[0].count: must be a whole number"],
  ["[{ gcse: [{ count: 3n }] }, ROLE]", "E_PROFILE", "gcse[0].count: must not be a bigint"],
  ["[{ gcse: [{ subject: Symbol('x') }] }, ROLE]", "E_PROFILE", "gcse[0].subject: must not be a symbol"],
  ["[{ gcse: [() => 1] }, ROLE]", "E_PROFILE", "gcse[0]: must not be a function"],
  ["[{ gcse: [new Date()] }, ROLE]", "E_PROFILE", "gcse[0]: must be a plain object"],
  ["[{ gcse: new Map() }, ROLE]", "E_PROFILE", "gcse: must be a plain object"],
  ["[{ gcse: [, 1] }, ROLE]", "E_PROFILE", "gcse[0]: is missing"],
  ["[{ gcse: Array(1e6) }, ROLE]", "E_PROFILE", "gcse: has more than"],
  ["[{ get gcse() { throw new Error('no') } }, ROLE]", "E_PROFILE", "gcse: must be a plain value"],
  ["[new Proxy({}, { ownKeys() { throw new Error('no') } }), ROLE]", "E_PROFILE", "profile: could not be read"],
  ["[null, ROLE]", "E_PROFILE", "profile: must be an object"],
  ["[undefined, ROLE]", "E_PROFILE", "profile: must be an object"],
  ["[7, ROLE]", "E_PROFILE", "profile: must be an object"],
  ["['{', ROLE]", "E_PROFILE", "profile: is not JSON"],
  ["[(() => { const cyclic = { gcse: [] }; cyclic.gcse.push(cyclic); return cyclic })(), ROLE]", "E_PROFILE", "gcse[0].gcse"],
  ["[(() => { let deep = {}; for (let i = 0; i < 100000; i += 1) deep = { gcse: deep }; return deep })(), ROLE]", "E_PROFILE", "gcse.gcse"],
  ["['['.repeat(10000), ROLE]", "E_PROFILE", "profile: is not JSON"],
  ["[{ gcse: [{ subject: 'x'.repeat(10_000_000) }] }, ROLE]", "E_PROFILE", "gcse[0].subject: is too long"],
  ["['x'.repeat(10_000_000), ROLE]", "E_PROFILE", "profile: is too long"],
  ["[{ ['k'.repeat(10_000_000)]: 1 }, ROLE]", "E_PROFILE", "profile: has a key that is too long"],
  ["[{}, { role: 'x'.repeat(10_000_000) }]", "E_ROLE", "role: is too long"],
];
