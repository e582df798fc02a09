// Where the files of the checker are: in the folder of this script, or in another that a page names.
//
// Those in our own folder are written out one by one, since that is what bundlers look for: they carry the file, and put
// its new address in the place of the old.

import { hash } from "./integrity.js";

const HERE = import.meta.url;
/** @type {Readonly<Record<string, () => URL>>} */
const OURS = {
  "catalogue.json": () => new URL("./catalogue.json", import.meta.url),
  "checker.js": () => new URL("./checker.js", import.meta.url),
  "checker_bg.wasm": () => new URL("./checker_bg.wasm", import.meta.url),
  "entry-checker.css": () => new URL("./entry-checker.css", import.meta.url),
  "sentences.json": () => new URL("./sentences.json", import.meta.url),
};

/**
 * Whether a folder is that of this script.
 * @param {string} base
 */
export const isOurs = (base) => base === HERE;

/**
 * The address of a file in a folder.
 * @param {string} name
 * @param {string} base
 */
export const address = (name, base) => (isOurs(base) && OURS[name]?.()) || new URL(name, base);

/**
 * Fetches a file. Vite's development server makes a script of a style sheet, but for who says what they want.
 * @param {string} name
 * @param {string} base
 * @param {AbortSignal} [signal]
 */
export function fetched(name, base, signal) {
  const headers = name.endsWith(".css") ? { Accept: "text/css" } : {};
  // Of nobody's: a page may have put further settings on every object.
  /** @type {RequestInit & { __proto__: null }} */
  const settings = { __proto__: null, headers, integrity: hash(name) ?? "", signal: signal ?? null };
  return fetch(address(name, base), settings);
}
