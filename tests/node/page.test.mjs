// The built page as text: what it is without a script.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { PACKS } from "../support/roles.mjs";
import { root } from "../support/server.mjs";

test("without a script the page names every role and leads to its rules, and they to their source", async () => {
  const page = await readFile(`${root}dist/index.html`, "utf8");
  const links = [...page.matchAll(/<li><a href="(rules\/[^"]+\.html)">([^<]+)<\/a>/g)];
  assert.deepEqual(links.map(([, file]) => file).sort(), PACKS.map(({ id }) => `rules/${id}.html`).sort());
  assert.ok(links.some(([, , name]) => name === "Clinical or medical technology"));
  for (const [, file] of links) {
    assert.match(await readFile(`${root}dist/${file}`, "utf8"), /href="https:\/\/www\.healthcareers\.nhs\.uk\//, file);
  }
});

test("nothing that is built fetches from elsewhere: addresses of others are links alone", async () => {
  const names = (await readdir(`${root}dist`, { recursive: true })).filter((name) => /\.(html|js|css)$/.test(name));
  const read = await Promise.all(names.map(async (name) => [name, await readFile(`${root}dist/${name}`, "utf8")]));
  let links = 0;
  for (const [name, text] of read) {
    // In `session.js` the first screens of the element are a list of nodes: links are `["a",{href:"https://…"},…]` there.
    const left = text.replace(/<a [^>]*href="https?:\/\/[^"]+"[^>]*>|\["a",\{[^}]*href:"https?:\/\/[^"]+"[^}]*\}/g, () => {
      links += 1;
      return "";
    });
    // Words of a page may name an address; nothing that a browser fetches does.
    assert.doesNotMatch(left, /(src|href|action|data|content)="(https?:)?\/\//, name);
    if (!name.endsWith(".html")) assert.doesNotMatch(left, /(https?:)\/\/(?!www\.w3\.org)|url\(["']?\/\//, name);
  }
  assert.ok(read.length > 20 && links > 50, `${read.length} files, ${links} links`);
});
