// The checker's wasm, ready to run; or, where it cannot be had, the reason as a code.

import { because } from "./because.js";
import { address, fetched, ours } from "./files.js";
import { imported } from "./held.js";

/** The smallest module there is: it shows if a browser and its policy let any wasm run. */
const SMALLEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether any wasm may run here. To compile is not enough: WebKit refuses only to instantiate. */
async function allowed() {
  try {
    await WebAssembly.instantiate(SMALLEST);
    return true;
  } catch {
    return false;
  }
}

/** How often it was begun from each folder. */
const begun = new Map();

/** Fetches what is in a folder. Each time it is another program: one that has stopped is not to be used again. */
async function glueAndWasm(base) {
  const again = begun.get(base) ?? 0;
  begun.set(base, again + 1);
  try {
    // The same script once more is one that a browser would not run anew under its own address.
    const script = address("checker.js", base);
    if (again) script.search = again;
    // Bundlers look for the name.
    const glue = imported("checker.js", script.href, ours(base) && !again ? () => import("./checker.js") : undefined);
    const both = [glue, fetched("checker_bg.wasm", base)];
    const [module, answer] = await Promise.all(both);
    if (answer.ok) return [module, answer];
  } catch {
    // As with an answer that is none.
  }
  throw because("E_FETCH");
}

/**
 * The checker's module, and the way to join its second part to it. Under another type than its own, wasm cannot be
 * compiled while it comes, but it can once it is there: the page goes on and the console says so, for the host to mend.
 * `stopped` is called where a fault of its own has ended it.
 */
export async function checker(stopped = () => {}, base = import.meta.url) {
  const [glue, answer] = await glueAndWasm(base);
  const typed = answer.headers.get("Content-Type") === "application/wasm";
  let first;
  try {
    first = await glue.default({ module_or_path: typed ? answer : await answer.arrayBuffer() });
  } catch {
    if (!(await allowed())) throw because("E_CSP_WASM");
    throw because(typed ? "E_WASM" : "E_MIME");
  }
  if (!typed) console.warn("entry-checker: E_MIME");
  glue.onFault(stopped);
  return { ...glue, join: (later) => WebAssembly.instantiate(later, { first }) };
}
