// The page by itself works offline after the first visit: a worker beside it keeps the files of one version.

let kept;

/** Once a page, whatever becomes of the checkers on it. */
export const keepForOffline = () => (kept ??= register());

/** Registers the worker. Where that is not to be had, the page is as it was. */
async function register() {
  try {
    const worker = new URL("./sw.js", import.meta.url).href;
    // The page's policy lets no text name a script, but for what comes from this one policy, which knows this one address.
    const policy = self.trustedTypes?.createPolicy("entry-checker", { createScriptURL: () => worker });
    await navigator.serviceWorker.register(policy ? policy.createScriptURL("") : worker);
  } catch {
    // No secure address, no room, or not allowed.
  }
}
