// The npm package, packed and installed into an empty project: what is in it, what it says of itself, and that it works in
// Node, in a worker and for the compiler of types. What bundlers make of it: tests/browser/package.test.mjs.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";

import { archive, project, run, tool } from "../support/package.mjs";
import { PACKS } from "../support/roles.mjs";
import { root } from "../support/server.mjs";

let folder;
const installed = () => join(folder, "node_modules/entry-checker");
const json = async (path) => JSON.parse(await readFile(path, "utf8"));
/** A module in the project, run by Node. */
const program = async (source) => {
  await writeFile(join(folder, "program.mjs"), source);
  return run("node", ["program.mjs"], folder);
};

before(async () => {
  folder = await project("empty");
});

test("its archive holds what its manifest lists, with the same bytes", async () => {
  const { files } = await archive();
  const { files: listed, version, sbom } = await json(join(installed(), "manifest.json"));
  assert.deepEqual(
    listed.map(({ file }) => file).sort(),
    files
      .map(({ path }) => path)
      .filter((path) => path !== "manifest.json")
      .sort(),
  );
  for (const { file, bytes, integrity } of listed) {
    const found = await readFile(join(installed(), file));
    assert.equal(found.length, bytes, file);
    assert.equal(`sha384-${createHash("sha384").update(found).digest("base64")}`, integrity, file);
  }
  assert.equal((await json(join(installed(), "package.json"))).version, version);
  assert.ok(listed.some(({ file }) => file === sbom));
});

test("dist/ has such a manifest too", async () => {
  const { files } = await json(`${root}dist/manifest.json`);
  const there = (await readdir(`${root}dist`, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  assert.equal(files.length, there.length - 1);
  for (const { file, integrity } of files) {
    const hash = createHash("sha384")
      .update(await readFile(`${root}dist/${file}`))
      .digest("base64");
    assert.equal(integrity, `sha384-${hash}`, file);
  }
});

test("every file that its scripts name is in it, and nothing of the machine that made it", async () => {
  const names = await readdir(installed());
  for (const name of names) {
    const text = (await readFile(join(installed(), name))).toString("latin1");
    assert.doesNotMatch(text, /\/(root|home|Users|work|tmp)\/[ -~]/, name);
    if (!name.endsWith(".js")) continue;
    for (const [, wanted] of text.matchAll(/["'](?:\.\/)([\w.-]+)["']/g)) {
      // What the glue calls the module that it gives to the wasm is no file.
      if (!wanted.endsWith("_bg.js")) assert.ok(names.includes(wanted), `${name}: ${wanted}`);
    }
  }
});

test("its entries are these and no others", async () => {
  const said = await program(`
    const found = [];
    for (const entry of ["", "/engine", "/package.json", "/custom-elements.json", "/engine.js", "/checker.js", "/session.js"]) {
      try { found.push(import.meta.resolve("entry-checker" + entry).split("/").at(-1)); } catch (error) { found.push(error.code); }
    }
    console.log(found.join());`);
  const no = "ERR_PACKAGE_PATH_NOT_EXPORTED";
  assert.equal(said.trim(), ["nothing.js", "engine-node.js", "package.json", "custom-elements.json", no, no, no].join());
});

const EVALUATE = `
  const [{ outcome }] = evaluate({ degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] }, { role: "audiology" }).routes;`;

test("the engine works in Node, with nothing handed over; and importing the element does nothing", async () => {
  const said = await program(`
    import "entry-checker";
    import init, { init as same, evaluate, roles } from "entry-checker/engine";
    await init();
    ${EVALUATE}
    console.log(roles().length, outcome, init === same, typeof globalThis.document);`);
  assert.equal(said.trim(), `${PACKS.length} met true undefined`);
});

test("the engine works in a worker", async () => {
  await writeFile(
    join(folder, "worker.mjs"),
    `import { parentPort } from "node:worker_threads"; import { init, evaluate } from "entry-checker/engine";
     await init(); ${EVALUATE} parentPort.postMessage(outcome);`,
  );
  const said = await program(`
    import { Worker } from "node:worker_threads";
    new Worker(new URL("./worker.mjs", import.meta.url)).once("message", console.log);`);
  assert.equal(said.trim(), "met");
});

test("its types: a careful page compiles, and what is wrong does not", async () => {
  const compile = async (source) => {
    await writeFile(join(folder, "page.ts"), source);
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "page.ts"];
    return run(tool("tsc"), options, folder).then(
      () => "",
      (error) => error.stdout,
    );
  };
  const good = `
    import "entry-checker";
    import type { EntryCheckerAttributes } from "entry-checker";
    import { evaluate, init, type Report } from "entry-checker/engine";
    const checker = document.createElement("entry-checker");
    checker.setAttribute("job-role", "audiology");
    const state: "idle" | "loading" | "ready" | "fallback" = checker.state;
    document.addEventListener("entry-checker:result", ({ detail }) => detail.outcomes.map(({ route }) => route.length));
    await checker.ready;
    checker.reset();
    await init();
    export const report: Report = evaluate({ degree: [] }, { role: "audiology" });
    export const attributes: EntryCheckerAttributes = { "job-role": "audiology", theme: "dark" };
    export { state };`;
  assert.equal(await compile(good), "");
  const bad = [
    `document.createElement("entry-checker").state = "ready"`,
    `document.addEventListener("entry-checker:result", ({ detail }) => detail.answers)`,
    `document.querySelector("entry-checker")!.resett()`,
  ];
  const said = await compile(`import "entry-checker";\n${bad.join(";\n")};\n`);
  for (const [index, line] of bad.entries()) assert.match(said, new RegExp(`page\\.ts\\(${index + 2},\\d+\\): error TS`), line);
});

test("the bill of materials names each crate with its licence and hash, and what needs it", async () => {
  const bill = await json(join(installed(), "sbom.cdx.json"));
  assert.deepEqual([bill.bomFormat, bill.specVersion, bill.version], ["CycloneDX", "1.5", 1]);
  const lock = await readFile(`${root}Cargo.lock`, "utf8");
  const refs = new Set([bill.metadata.component["bom-ref"]]);
  for (const { name, version, licenses, hashes, purl, type, "bom-ref": ref } of bill.components) {
    refs.add(ref);
    assert.deepEqual([ref, type], [purl, "library"]);
    assert.match(licenses[0].expression, /\bMIT\b|\bApache-2\.0\b/, name);
    assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\n`), name);
    assert.ok(lock.includes(`checksum = "${hashes[0].content}"`), name);
  }
  for (const name of ["yew", "wasm-bindgen", "serde-wasm-bindgen"])
    assert.ok(
      [...refs].some((ref) => ref.startsWith(`pkg:cargo/${name}@`)),
      name,
    );
  assert.ok(![...refs].some((ref) => /proptest|divan|scraper|walrus/.test(ref)), "nothing of tests and tools");
  const needed = new Set(bill.dependencies.flatMap(({ dependsOn }) => dependsOn));
  for (const ref of needed) assert.ok(refs.has(ref), ref);
  assert.deepEqual(bill.dependencies.map(({ ref }) => ref).sort(), [...refs].sort());
  assert.equal(needed.size, bill.components.length, "each is needed by another");
});
