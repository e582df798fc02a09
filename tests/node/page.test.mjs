// The built page as text: what it is without a script.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { root } from "../support/server.mjs";

test("without a script the page names every role and leads to its rules, and they to their source", async () => {
  const page = await readFile(`${root}dist/index.html`, "utf8");
  const links = [...page.matchAll(/<li><a href="(rules\/[^"]+\.html)">([^<]+)<\/a>/g)];
  assert.equal(links.length, 9);
  assert.ok(links.some(([, , name]) => name === "Clinical or medical technology"));
  for (const [, file] of links) {
    assert.match(await readFile(`${root}dist/${file}`, "utf8"), /href="https:\/\/www\.healthcareers\.nhs\.uk\//, file);
  }
});
