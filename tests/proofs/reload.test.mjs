// `cargo xtask dev` builds again after a change of each kind, and the open page loads itself anew; so does `trunk serve`,
// where TRUNK names the program. Run by `cargo xtask soak reload` and `trunk`, since each build takes its time. Files of the
// repository are changed for a moment and put back.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { open } from "../support/browser.mjs";
import { root } from "../support/server.mjs";

const BUILD = 300_000;
const { TRUNK } = process.env;
/** The server, and what it says once it follows changes. */
const [PROGRAM, OPTIONS, READY] = TRUNK
  ? [TRUNK, ["serve", "--port", "8190"], "server listening"]
  : ["cargo", ["xtask", "dev", "--no-open", "--port", "8190"], "Watching for changes"];

/** A change of each kind: the file, what is replaced by what, and a script that is true once the page has it. */
const CHANGES = {
  styles: [
    "styles/base.css",
    /$/,
    "\n.ec-body { outline-color: rgb(1, 2, 3); }\n",
    "return getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'",
  ],
  scripts: ["web/page/start.js", /$/, "\ndocument.body.dataset.changed = 'script';\n", "return document.body.dataset.changed === 'script'"],
  sentences: [
    "src/copy/en.json",
    "Which role do you want to check?",
    "Which role, then?",
    "return document.querySelector('h1').textContent === 'Which role, then?'",
  ],
  roles: [
    "roles/audiology.json",
    '"name": "Audiology"',
    '"name": "Audiologies"',
    "return document.body.textContent.includes('Audiologies')",
  ],
  Rust: [
    "src/app/pages/roles.rs",
    'say("roles.lead")',
    'say("roles.search")',
    "return document.querySelector('.ec-lead')?.textContent === 'Or search for one role'",
  ],
};

/** The files that are changed, each with what it was. */
const changed = new Map();
let server;
let driver;
let said = "";

/** Puts every changed file back. */
function restore() {
  for (const [file, text] of changed) writeFileSync(root + file, text);
  changed.clear();
}
process.on("exit", restore);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

before(async () => {
  const { NO_COLOR, ...env } = process.env;
  server = spawn(PROGRAM, OPTIONS, { cwd: root, detached: true, env });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (said += data));
  driver = await open({ engine: "chromium" });
  await driver.wait(() => said.includes(READY), BUILD, "the first build");
});

after(async () => {
  restore();
  await driver?.quit();
  if (server) process.kill(-server.pid);
});

for (const [kind, [file, from, to, seen]] of Object.entries(CHANGES)) {
  test(`a change of ${kind} is built and shown by itself`, async () => {
    const address = /http:\/\/[\d.:]+\//.exec(said)[0];
    await driver.get(address);
    await driver.wait(() => driver.executeScript("return document.querySelector('.ec') !== null"), 10_000);
    assert.equal(await driver.executeScript(seen), false, "it is not there yet");
    await driver.executeScript("window.old = true");
    const text = readFileSync(root + file, "utf8");
    assert.ok(from instanceof RegExp || text.includes(from), `${file} holds ${from}`);
    changed.set(file, text);
    writeFileSync(root + file, text.replace(from, to));
    await driver.wait(
      () => driver.executeScript(`return window.old === undefined && (() => { ${seen} })()`).catch(() => false),
      BUILD,
      `${kind} is shown`,
    );
    restore();
    await driver.wait(() => driver.executeScript(`return !(() => { ${seen} })()`).catch(() => false), BUILD, "put back");
  });
}
