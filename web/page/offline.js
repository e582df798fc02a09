// The page by itself works offline after the first visit: a worker beside it keeps the files of one version.

import { addresses } from "../shared/integrity.js";

/** @type {Promise<void> | undefined} */
let kept;

/** Once a page, whatever becomes of the checkers on it. */
export const keepForOffline = () => (kept ??= register());

/** Registers the worker. Where that is not to be had, the page is as it was. */
async function register() {
  try {
    const worker = new URL("./sw.js", import.meta.url).href;
    await navigator.serviceWorker.register(addresses()?.createScriptURL(worker) ?? worker);
  } catch {
    // No secure address, no room, or not allowed.
  }
}
