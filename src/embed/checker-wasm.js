// The checker's wasm, ready to run; or, where it cannot be had, the reason as a code.

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

/** An error with a code. */
export const because = (code) => Object.assign(new Error(code), { code });

/** How often it was begun here. */
let begun = 0;

/** The same script once more, which a browser would not run anew under its own address. */
const another = (name, number) => `${new URL(name, import.meta.url)}?${number}`;

/** Fetches what is beside this script. Each time it is another program: one that has stopped is not to be used again. */
async function glueAndWasm() {
  begun += 1;
  try {
    const both = [begun === 1 ? import("./checker.js") : import(another("./checker.js", begun)), fetch(new URL("./checker_bg.wasm", import.meta.url))];
    const [glue, answer] = await Promise.all(both);
    if (answer.ok) return [glue, answer];
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
export async function checker(stopped = () => {}) {
  const [glue, answer] = await glueAndWasm();
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
