// The JavaScript door in Node, whose fetch reads no files: the wasm is read from beside this module.

import { readFile } from "node:fs/promises";

import { init as load } from "./engine.js";

export * from "./engine.js";

/**
 * As `init` of engine.js, which says more.
 * @type {typeof load}
 */
export const init = (source) => load(source ?? readFile(new URL("./engine-wasm_bg.wasm", import.meta.url)));

export default init;
