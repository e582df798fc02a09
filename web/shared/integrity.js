// Holds what is fetched to the hashes that the build found, where the page holds our first script to its own. Where it does
// not, whoever can change a file can change that script.

/** The element by which the page holds this script to a hash. What a bundler made of it has another address. */
const own = [...document.scripts].find(({ src, integrity }) => src === import.meta.url && integrity);

/**
 * The hash that a file is held to; nothing where the page holds us to none.
 * @param {string} name
 */
export const hash = (name) => (own ? HASHES[name] : undefined);

/** @type {ReturnType<NonNullable<Window["trustedTypes"]>["createPolicy"]> | undefined} */
let made;

/** Where no text may name a script: what makes an address of ours into one that may. Nothing where the page allows none. */
export function addresses() {
  try {
    made ??= self.trustedTypes?.createPolicy("entry-checker", { createScriptURL: (url) => url });
    return made;
  } catch {
    return undefined;
  }
}

/**
 * An element that fetches a script and holds it to a hash, as `import` cannot. Where the page lets no text name a script, and
 * does not know our policy, it is a link: in WebKit that holds to nothing.
 * @param {string} url
 */
function holder(url) {
  if (!self.trustedTypes) return Object.assign(document.createElement("script"), { type: "module", src: url });
  const known = addresses();
  if (!known) return Object.assign(document.createElement("link"), { rel: "modulepreload", href: url });
  return Object.assign(document.createElement("script"), { type: "module", src: known.createScriptURL(url) });
}

/**
 * Imports a script of ours, as `unheld` does where it is held to nothing. What an element of the page has fetched is not
 * fetched again to be imported: these are the bytes that had the hash.
 * @template {keyof SeparateModules} Name
 * @param {Name} name
 * @param {string} url
 * @param {() => Promise<SeparateModules[Name]>} [unheld]
 * @returns {Promise<SeparateModules[Name]>}
 */
export async function imported(name, url, unheld = () => import(url)) {
  const integrity = hash(name);
  if (!integrity) return unheld();
  const element = Object.assign(holder(url), { integrity, crossOrigin: "anonymous", nonce: own?.nonce });
  try {
    await new Promise((resolve, reject) => {
      [element.onload, element.onerror] = [resolve, reject];
      document.head.append(element);
    });
  } finally {
    element.remove();
  }
  return import(url);
}
