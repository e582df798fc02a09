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
  degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }, { award: "bachelor-honours", class: "Upper second (2:1)" }],
  higherDegree: [{ award: "msc", subject: "medical-physics" }],
  professional: [{ award: "hcpc-clinical-scientist" }],
};
const report: Report = evaluate(profile, { role: roles()[0]?.id ?? "" });
const outcome: Outcome | undefined = report.routes[0]?.pathways[0]?.requirements[0]?.outcome;
const section: "gcse" | "level3" | "degree" | "higherDegree" | "professional" | undefined = report.next?.section;
const own: Report = evaluate(profile, { pack: { id: "x" } });
const best: Outcome | undefined = compare(profile, { packs: ["{}"] })[0]?.outcome;
try { evaluate("{}", { role: "x" }); } catch (error) { if (error instanceof EntryCheckerError) { error.code satisfies string; error.path satisfies string | undefined; } }
export { best, outcome, own, section };
`;

const BAD = [
  `evaluate({ degree: [{ award: "batchelor" }] }, { role: "x" })`,
  `evaluate({ degree: [{ class: 2.1 }] }, { role: "x" })`,
  `evaluate({ degrees: [] }, { role: "x" })`,
  `evaluate({})`,
  `evaluate({}, { pack: 7 })`,
  `evaluate({}, { role: "x" }).routes[0]!.outcome === "maybe"`,
];

const OPTIONS = [
  "--strict",
  "--noEmit",
  "--noUncheckedIndexedAccess",
  "--exactOptionalPropertyTypes",
  "--target",
  "es2022",
  "--module",
  "nodenext",
  "--lib",
  "es2022,dom",
];

/** What the compiler says of each source. One run reads them all: it spends its time on the libraries. */
async function errors(sources) {
  const folder = await mkdtemp(join(root, "target", "types-"));
  try {
    const files = sources.map((_, index) => join(folder, `host-${index}.ts`));
    await Promise.all(files.map((file, index) => writeFile(file, sources[index].replace("ENGINE", "../../dist/engine.js"))));
    const said = await promisify(execFile)("node_modules/.bin/tsc", [...OPTIONS, ...files], { cwd: root }).catch(({ stdout }) => ({
      stdout,
    }));
    const lines = said.stdout.split("\n").filter((line) => line !== "");
    const own = sources.map((_, index) => lines.filter((line) => line.includes(`/host-${index}.ts(`)));
    assert.deepEqual(
      lines.filter((line) => /^\S/.test(line) && !own.flat().includes(line)),
      [],
      "every error is of one of them",
    );
    return own;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const bad = BAD.map((line) => `import { evaluate } from "ENGINE";\n${line};\n`);
const [good, ...said] = await errors([GOOD, ...bad]);

test("a careful host compiles", () => assert.deepEqual(good, []));

BAD.forEach((line, index) => {
  test(`does not compile: ${line}`, () => assert.match(said[index].join(), /error TS/));
});
