// The Nu HTML checker: what the standard says of some pages.

import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { program } from "./programs.mjs";

const jar = createRequire(import.meta.url)("vnu-jar");

/** The errors in pages (name to HTML), as lines; warnings too, since they are as easily mended. */
export async function mistakes(pages) {
  const folder = await mkdtemp(join(tmpdir(), "vnu-"));
  try {
    const files = Object.keys(pages).map((name) => join(folder, `${name.replaceAll("/", "_")}.html`));
    await Promise.all(Object.values(pages).map((html, at) => writeFile(files[at], html)));
    const done = spawnSync(program("java", "JAVA"), ["-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", ...files], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (done.error || done.status !== 0) throw new Error(`the Nu HTML checker did not run: ${done.error ?? done.stderr}`);
    const { messages } = JSON.parse(done.stdout);
    // Of a file it does not know what 'self' is, so it takes every one of our own for refused.
    const ours = messages.filter(({ message }) => !message.startsWith("Resource violates Content Security Policy"));
    return ours.map(
      ({ type, subType, url, lastLine, message, extract }) =>
        `${subType ?? type} ${url?.split("/").at(-1)}:${lastLine}: ${message} ${extract ?? ""}`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
