// custom-elements.json and the types of the element, which are written by hand: they name what the element has, all of it
// and nothing else. And the codes of errors, which the types list: documents, scripts and Rust know no others. And the README,
// which names every role.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import Ajv from "ajv";

import { NAMES, property } from "../../web/element/attributes.js";
import { PACKS } from "../support/roles.mjs";
import { root } from "../support/server.mjs";

const text = (name) => readFile(`${root}${name}`, "utf8");
const manifest = JSON.parse(await text("npm/custom-elements.json"));
const [element] = manifest.modules[0].declarations;
const types = await text("npm/entry-checker.d.ts");
const scripts = (await Promise.all(["entry-checker", "session", "events"].map((name) => text(`web/element/${name}.js`)))).join("");

const all = (source, pattern) => [...new Set([...source.matchAll(pattern)].map(([, name]) => name))].sort();
const names = (list) => list.map(({ name }) => name).sort();
/** What is written between the braces of an interface. */
const inside = (name) => new RegExp(`interface ${name}[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(types)[1];

/** What every element has is not described. */
const OF_ALL = ["focus"];
const MEMBERS = all(scripts.slice(0, scripts.indexOf("reflect(EntryChecker")), /^ {2}(?:[gs]et )?(\w+)\(.*\) \{$/gm).filter(
  (name) => !/constructor|Callback$/.test(name),
);

test("the manifest fits the schema that editors and Storybook read it by", async () => {
  const schema = JSON.parse(await text("node_modules/custom-elements-manifest/schema.json"));
  const fits = new Ajv({ strict: false }).compile(schema);
  assert.ok(fits(manifest), JSON.stringify(fits.errors));
});

test("attributes, and their properties", async () => {
  const written = [...NAMES].sort();
  const [, section] = /\n## Attributes\n([\s\S]*?)\n## /.exec(await text("docs/embedding.md"));
  assert.deepEqual(all(section, /^\| `([\w-]+)` \|/gm), [...written, "lang"].sort());
  assert.deepEqual(names(element.attributes), written);
  assert.deepEqual(all(inside("EntryCheckerAttributes"), /^ {2}"?([\w-]+)"?\?:/gm), written);
  for (const { name, fieldName } of element.attributes) assert.equal(fieldName, property(name));
});

test("properties and methods", () => {
  const written = [...NAMES.map(property), ...MEMBERS].sort();
  assert.ok(MEMBERS.includes("profile") && MEMBERS.includes("evaluate") && MEMBERS.length >= 12, MEMBERS.join());
  assert.deepEqual(names(element.members), written);
  const typed = all(inside("EntryCheckerElement"), /^ {2}(?:readonly |[gs]et )?(\w+)[(:]/gm);
  assert.deepEqual(
    typed,
    written.filter((name) => !OF_ALL.includes(name)),
  );
});

test("events", () => {
  const told = all(scripts, /emit\((?:this|this\.#element|element), "(\w+)"/g).map((name) => `entry-checker:${name}`);
  assert.equal(told.length, 5);
  assert.deepEqual(names(element.events), told);
  assert.deepEqual(all(inside("EntryCheckerEventMap"), /^ {2}"([\w:-]+)":/gm), told);
});

test("codes of errors", async () => {
  const engine = await text("web/engine/engine.d.ts");
  const [, listed] = /type EntryCheckerErrorCode =\n([^;]*);/.exec(types);
  const [, ofEngine] = /readonly code: ([^;]*);/.exec(engine);
  assert.ok(listed.includes('EntryCheckerError["code"]'), "the element throws what the engine throws");
  const codes = all(`${listed} ${ofEngine}`, /"(E_\w+)"/g);
  assert.deepEqual(all(await text("docs/embedding.md"), /^\| `(E_\w+)` \|/gm), codes);

  const files = async (folder, ending) => {
    const names = (await readdir(`${root}${folder}`, { recursive: true })).filter((name) => name.endsWith(ending));
    return (await Promise.all(names.map((name) => text(`${folder}/${name}`)))).join("\n");
  };
  const sources = (await files("web", ".js")) + (await files("src", ".rs"));
  assert.deepEqual(all(sources, /\b(E_[A-Z_]+)\b/g), codes, "each code is made somewhere, and no other");
  const documents = (await files("docs", ".md")) + (await text("README.md")) + (await text("npm/README.md"));
  for (const code of all(documents, /\b(E_[A-Z_]+)\b/g)) assert.ok(codes.includes(code), code);
});

test("slots, parts and custom properties", async () => {
  const slots = all(/SLOTS = \{(.*)\}/.exec(await text("web/element/container.js"))[1], /"?([\w-]+)"?: \//g);
  assert.deepEqual(names(element.slots), ["", ...slots]);
  const parts = all(/PARTS = \{([\s\S]*?)\n\}/.exec(await text("web/element/shadow-parts.js"))[1], /^ {2}"?([\w-]+)"?:/gm);
  assert.deepEqual(names(element.cssParts), [...parts, ...slots, "container"].sort());
  const tokens = await text("styles/tokens.css");
  assert.deepEqual(
    names(element.cssProperties).filter((name) => name.startsWith("--ec-color-")),
    all(tokens, /^ {2}(--ec-color-[\w-]+):/gm),
  );
  for (const { name } of element.cssProperties) assert.ok(tokens.includes(`${name}:`), name);
});

test("the README names every role", async () => {
  const words = (await text("README.md")).replaceAll(/\s+/g, " ").toLowerCase();
  for (const { name } of PACKS) assert.ok(words.includes(name.toLowerCase()), name);
});
