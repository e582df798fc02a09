// The TypeScript types: a careful host compiles against them, and what is wrong does not compile.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";

import { root } from "../support/server.mjs";

const GOOD = `
import init, { compare, evaluate, roles, EntryCheckerError, type Profile, type Report, type Outcome } from "ENGINE";
await init();
const profile: Profile = {
  gcse: [{ subject: "mathematics", grade: "6" }, { subject: "other", grade: "4", count: 3 }],
  level3: [{ award: "a-level", subject: "physics", grade: "B", status: "predicted" }],
  degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }],
  higherDegree: [{ award: "msc", subject: "medical-physics" }],
  professional: [{ award: "hcpc-clinical-scientist" }],
};
const report: Report = evaluate(profile, { role: roles()[0]?.id ?? "" });
const outcome: Outcome | undefined = report.routes[0]?.pathways[0]?.requirements[0]?.outcome;
const section: "gcse" | "level3" | "degree" | "higherDegree" | "professional" | undefined = report.next?.section;
const own: Report = evaluate(profile, { pack: { id: "x" } });
const best: Outcome | undefined = compare(profile, { packs: ["{}"] })[0]?.outcome;
try { evaluate("{}", { role: "x" }); } catch (error) { if (error instanceof EntryCheckerError) error.code satisfies string; }
export { best, outcome, own, section };
`;

const BAD = [
  `evaluate({ degree: [{ award: "batchelor" }] }, { role: "x" })`,
  `evaluate({ degree: [{ class: "2:1" }] }, { role: "x" })`,
  `evaluate({ degrees: [] }, { role: "x" })`,
  `evaluate({})`,
  `evaluate({}, { pack: 7 })`,
  `evaluate({}, { role: "x" }).routes[0]!.outcome === "maybe"`,
];

async function errors(source) {
  const folder = await mkdtemp(join(root, "target", "types-"));
  try {
    const file = join(folder, "host.ts");
    await writeFile(file, source.replace("ENGINE", "../../dist/engine.js"));
    const options = ["--strict", "--noEmit", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
    await promisify(execFile)("node_modules/.bin/tsc", [...options, file], { cwd: root });
    return "";
  } catch (error) {
    return error.stdout ?? String(error);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a careful host compiles", async () => assert.equal(await errors(GOOD), ""));

for (const line of BAD) {
  test(`does not compile: ${line}`, async () => {
    assert.match(await errors(`import { evaluate } from "ENGINE";\n${line};\n`), /host\.ts.*error TS/);
  });
}
