// roles/schema.json, as editors' own tools read it: every pack fits it, and what the decoder refuses for its shape it
// refuses too.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";

import Ajv from "ajv/dist/2020.js";

import { root } from "../support/server.mjs";

const json = async (name) => JSON.parse(await readFile(`${root}${name}`, "utf8"));

const ajv = new Ajv({ allErrors: true, strict: true, validateFormats: false });
const fits = ajv.compile(await json("roles/schema.json"));

async function names(folder) {
  const files = await readdir(`${root}${folder}`);
  return files.filter((name) => name.endsWith(".json") && name !== "schema.json").map((name) => `${folder}/${name}`);
}

test("every pack fits the schema", async () => {
  const folders = ["roles", "roles/divisions", "roles/programmes", "roles/shared", "roles/subjects"];
  const packs = (await Promise.all(folders.map(names))).flat();
  assert.ok(packs.length >= 20, `${packs.length} packs`);
  for (const name of packs) assert.ok(fits(await json(name)), `${name}: ${ajv.errorsText(fits.errors)}`);
});

test("seeded mistakes of shape do not fit", async () => {
  let tried = 0;
  for (const name of await names("tests/mistakes")) {
    const { file, edits, schema } = await json(name);
    if (!schema) continue;
    let text = await readFile(`${root}${file}`, "utf8");
    for (const [from, to] of edits) text = text.replace(from, to);
    assert.ok(!fits(JSON.parse(text)), `${name} fits`);
    tried += 1;
  }
  assert.ok(tried >= 7, `${tried} tried`);
});

test("a pack names the schema beside it", async () => {
  for (const name of await names("roles")) assert.equal((await json(name)).$schema, "schema.json", name);
  for (const folder of ["divisions", "programmes", "shared", "subjects"]) {
    for (const name of await names(`roles/${folder}`)) assert.equal((await json(name)).$schema, "../schema.json", name);
  }
});
