// A static server for dist/, under any sub-path, with the headers of a careful host. It keeps the addresses asked for.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { CLOCK } from "./clock.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The policy of the page, and what only counts as a header. */
const page = readFileSync(`${root}web/page/index.html`, "utf8");
export const POLICY = `${/"Content-Security-Policy" content="([^"]+)"/.exec(page)[1]}; frame-ancestors 'self'`;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/** A page of ours that holds its files to no hash: what is wrong with one of them can be told. */
export const unheld = (html) => html.replaceAll(/ integrity="[^"]+"/g, "");

/**
 * Listens to a page from its first moment, for browsers that hand out no log: see `complaints` in browser.mjs. Also sets
 * `hasDevice` when `page.js` runs: it is the only script of ours that listens for `visibilitychange`, and what it does
 * after that is in the same task. Has the clock of clock.mjs.
 */
export const WATCH = `${CLOCK}
  document.addEventListener = function (name, ...more) {
    if (name === "visibilitychange") {
      delete document.addEventListener;
      window.hasDevice = true;
    }
    return EventTarget.prototype.addEventListener.call(this, name, ...more);
  };
  const heard = (window.complaints = []);
  const listen = (name, words) => addEventListener(name, (event) => heard.push(name + ": " + words(event)), true);
  listen("error", ({ message, target }) => message ?? target.outerHTML);
  listen("unhandledrejection", ({ reason }) => String(reason));
  listen("securitypolicyviolation", (event) => event.violatedDirective + " " + event.blockedURI);
  for (const name of ["warn", "error"]) {
    const own = console[name];
    console[name] = (...values) => {
      heard.push(name + ": " + values.join(" "));
      own.apply(console, values);
    };
  }
`;

/** What is put in the place of our files, by name. */
const OURS = { "watch.js": WATCH, "sw.js": "" };
const START = /<!doctype html>(\s*<html[^>]*>\s*<head>)?/i;

/** What a request may have behind a `?`: the settings of a frame, how often a script is fetched anew, and a test that loads one twice. */
const ASKS = [/\/frame\.html\?[^?]*$/, /\/checker\.js\?\d+$/, /\/entry-checker\.js\?again$/];
/** What people in the tests answer, and how a link to answers begins. */
const ANSWERS = /bachelor|honours|physic|\bphys\b|a-level|predicted|\bv1\.[\w-]{8}/i;

/** What a request tells the host that it is not to know; nothing where it tells nothing. */
export function leak({ url, headers }) {
  const asks = (address) => address?.includes("?") && !ASKS.some((known) => known.test(address));
  if (asks(url)) return `${url} asks with more than a name`;
  // A browser may say from which page of a host it asks, but not what that page was asked for.
  if (asks(headers.referer)) return `${url} comes from ${headers.referer}`;
  if (headers.cookie) return `${url} comes with ${headers.cookie}`;
  const said = [url, ...Object.values(headers)].find((words) => ANSWERS.test(words));
  return said && `${url} says ${said}`;
}

const packed = new Map();

/** A fault that lasts until the test opens it: `faults[name] = { until: gate.until }`, later `gate.open()`. */
export function gate() {
  let open;
  const until = new Promise((resolve) => (open = resolve));
  return { until, open };
}

/** Waits for a promise, for so many milliseconds at most. */
export async function within(ms, promise, otherwise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${otherwise} within ${ms} ms`)), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** In brotli, as a static host keeps a file. */
function pack(body) {
  const key = String(body);
  if (!packed.has(key)) packed.set(key, brotliCompressSync(body));
  return packed.get(key);
}

/**
 * Serves dist/ at `path`, and `pages` (name to HTML) beside it; a name that begins with `/` is outside of the path. `faults` (name to fault) are looked at anew for each
 * request: `{ until }` answers once a promise is fulfilled (see `gate`), `{ status }` with nothing but that, `{ body }` with that
 * instead, `{ type }`, `{ policy }` and `{ headers }` with other headers, `{ cut }` with so many bytes and then hangs up, and `{ hang }`
 * never. Pages are listened to, and the worker is an empty one, since a kept page could not be; not so where `asIs`.
 * In brotli where it is `brotli`. Where there is a `folder` (`checker/`), dist/ is in it, below the pages; in its place
 * another folder of the project may be served `from`. With `cors`, pages of every origin may read the files.
 * `close` fails where a request held an answer, a question, a cookie or where it came from.
 * `later(n)` gives the addresses asked for after the first n, without the icon and the worker: a browser fetches the one,
 * and looks for a newer other, when it likes. `requested(name)` waits until that file is asked for. `settled` waits until
 * every request is answered and none has come for 300 ms; that is for the benchmarks, a test waits for a condition.
 * @returns {Promise<{url: string, asked: string[], requested(name: string): Promise<void>, settled(): Promise<void>, later(n: number): string[], close(): Promise<void>}>}
 */
export async function serve({
  path = "/",
  pages = {},
  faults = {},
  asIs = false,
  brotli = false,
  folder = "",
  from = "dist",
  cors = false,
} = {}) {
  const asked = [];
  const leaks = [];
  const listeners = new Set();
  let open = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    response.once("close", () => (open -= 1));
    const name = decodeURIComponent(new URL(request.url, "http://host").pathname);
    asked.push(request.url);
    leaks.push(...[leak(request)].filter(Boolean));
    const inside = name.startsWith(path) ? name.slice(path.length).replace(/(^|\/)$/, "$1index.html") : name in pages ? name : undefined;
    const fault = faults[inside] ?? {};
    for (const listener of listeners) listener(inside);
    if (fault.hang) return;
    try {
      if (inside === undefined) throw new Error("outside");
      await fault.until;
      if ((fault.status ?? 200) !== 200) throw new Error("fault");
      const own = { ...(asIs ? {} : OURS), ...pages };
      let body = fault.body ?? own[inside] ?? (await readFile(join(root, from, normalize(inside.replace(folder, "")))));
      if (!asIs && extname(inside) === ".html") body = String(body).replace(START, `$&<script src="${path}watch.js"></script>`);
      if (brotli) body = pack(body);
      response.writeHead(200, {
        ...(brotli && { "Content-Encoding": "br", "Content-Length": body.length }),
        "Content-Type": fault.type ?? TYPES[extname(inside)] ?? "text/plain",
        // A page that a test puts beside it may show it in a frame.
        "Content-Security-Policy": fault.policy ?? (inside in pages ? `${POLICY}; frame-src 'self'` : POLICY),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        ...fault.headers,
        ...(cors && { "Access-Control-Allow-Origin": "*" }),
        ...(fault.cut && { "Content-Length": body.length }),
      });
      if (!fault.cut) return response.end(body);
      // The connection ends in order, so that the browser reads the bytes before the end.
      response.write(body.subarray(0, fault.cut), () => response.socket.end());
    } catch {
      response.writeHead(fault.status ?? 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    asked,
    later: (number) => asked.slice(number).filter((url) => !/\/(icon\.svg|sw\.js)$/.test(url)),
    requested: (name) =>
      new Promise((resolve) => {
        const listener = (one) => one === name && listeners.delete(listener) && resolve();
        listeners.add(listener);
      }),
    async settled() {
      for (let before = -1; before !== asked.length || open > 0; ) {
        before = asked.length;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    },
    async close() {
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      // So whatever a test is about, it fails where an answer left the page.
      if (leaks.length > 0) throw new Error(`the host was told: ${leaks.join("; ")}`);
    },
  };
}
