// Keeps one version of the page whole, for the page by itself: all its files are fetched at the first visit and served
// from then on, so it works offline. A new version is fetched beside it, and taken once no page of the old one is open:
// a new worker waits for that by itself, so nothing here hurries it. Nothing that a person types comes here.

// The build gives VERSION and FILES: the name of each file of the version, and the hash of its bytes.
const OURS = `entry-checker ${registration.scope} `;
const CACHE = OURS + VERSION;

/**
 * A file from its host, of this version and no other: the browser refuses other bytes.
 * @param {string} name
 */
const fetched = (name) => fetch(name, { cache: "no-cache", integrity: /** @type {string} */ (FILES[name]) });

async function keepAll() {
  const cache = await caches.open(CACHE);
  /** @param {string} name */
  const keep = async (name) => {
    const answer = await fetched(name);
    // Made anew, since what a host answered from another address cannot stand for a page.
    await cache.put(name, new Response(answer.body, answer));
  };
  await Promise.all(Object.keys(FILES).map(keep));
}

async function forgetOthers() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/**
 * The file of this version at an address; hosts show an index by its folder, and some a page without its ending.
 * @param {string} address
 */
function fileAt(address) {
  if (!address.startsWith(registration.scope)) return undefined;
  const path = new URL(address).pathname.slice(new URL(registration.scope).pathname.length);
  return [path, `${path}index.html`, `${path}.html`].find((name) => Object.hasOwn(FILES, name));
}

/** @param {string} name */
async function answer(name) {
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) ?? fetched(name);
}

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
addEventListener("fetch", (event) => {
  const name = event.request.method === "GET" && fileAt(event.request.url);
  if (name) event.respondWith(answer(name));
});
