// How many sheets of paper a file of PDF is.

import { inflateSync } from "node:zlib";

/** Counts its pages, which one browser lists openly and another within a compressed stream. */
export function sheetsOf(base64) {
  const bytes = Buffer.from(base64, "base64");
  const parts = [bytes.toString("latin1")];
  for (const found of parts[0].matchAll(/\bstream\r?\n/g)) {
    try {
      parts.push(inflateSync(bytes.subarray(found.index + found[0].length), { finishFlush: 2 }).toString("latin1"));
    } catch {
      // A picture or a font, packed otherwise.
    }
  }
  return parts.join("\n").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
