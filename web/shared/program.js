// The program: the wasm of the checker, started with the rules and the sentences.

import { codedError, warnCode } from "./errors.js";
import { address, fetched, isOurs } from "./files.js";
import { imported } from "./integrity.js";

/** @typedef {SeparateModules["checker.js"]} Program */

/** The smallest module there is: it shows whether a browser and its policy let any wasm run. */
const SMALLEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether any wasm may run here. To compile is not enough: WebKit refuses only to instantiate. */
async function isAllowed() {
  try {
    await WebAssembly.instantiate(SMALLEST);
    return true;
  } catch {
    return false;
  }
}

/**
 * How often a program was started from each folder.
 * @type {Map<string, number>}
 */
const starts = new Map();

/**
 * Imports the glue of the wasm. A browser runs a script only once under one address, so each start has its own.
 * @param {string} base
 */
function importGlue(base) {
  const start = starts.get(base) ?? 0;
  starts.set(base, start + 1);
  const script = address("checker.js", base);
  if (start > 0) script.search = `${start}`;
  // Bundlers look for the name.
  return imported("checker.js", script.href, isOurs(base) && start === 0 ? () => import("./checker.js") : undefined);
}

/**
 * Fetches a file of the program.
 * @param {string} name
 * @param {string} base
 * @param {AbortSignal} [signal]
 */
async function file(name, base, signal) {
  const answer = await fetched(name, base, signal);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

/** @type {(...of: Parameters<typeof file>) => Promise<string>} */
const text = async (name, base, signal) => (await file(name, base, signal)).text();

/**
 * Fetches and starts the program, and returns its module. Everything is fetched at once, and the wasm is compiled while it
 * comes. Each call starts another program: one that has stopped is not used again.
 * @param {string} base the folder of its files
 * @param {() => void} stopped called where a fault of its own ends it
 * @param {AbortSignal} [signal] ends what is being fetched: a browser may have a second request for a file wait for the first
 * @throws an error with a code: E_FETCH, E_CSP_WASM, E_WASM, E_MIME or E_PACK
 */
export async function startProgram(base, stopped, signal) {
  const texts = Promise.all([text("catalogue.json", base, signal), text("sentences.json", base, signal)]);
  // It is waited for below.
  texts.catch(() => {});
  const [glue, answer] = await fetchedOr("E_FETCH", Promise.all([importGlue(base), file("checker_bg.wasm", base, signal)]));
  // Wasm under another type cannot be compiled while it comes, but it can once it is there. The console says so, for the host
  // to mend.
  const isTyped = answer.headers.get("Content-Type") === "application/wasm";
  try {
    await glue.default({ module_or_path: isTyped ? answer : await answer.arrayBuffer() });
  } catch {
    if (!(await isAllowed())) throw codedError("E_CSP_WASM");
    throw codedError(isTyped ? "E_WASM" : "E_MIME");
  }
  if (!isTyped) warnCode("E_MIME");
  glue.onFault(stopped);
  if (!glue.begin(...(await fetchedOr("E_FETCH", texts)))) throw codedError("E_PACK");
  return glue;
}

/**
 * Waits for something, and throws an error with a code where it does not come.
 * @template T
 * @param {import("./errors.js").ErrorCode} code
 * @param {Promise<T>} coming
 */
async function fetchedOr(code, coming) {
  try {
    return await coming;
  } catch {
    throw codedError(code);
  }
}
