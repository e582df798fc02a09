// A static server for dist/, under any sub-path, with the headers of a careful host. It keeps the addresses asked for.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The policy of the page, and what only counts as a header. */
const page = readFileSync(`${root}index.html`, "utf8");
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

/**
 * Serves dist/ at `path`, and `pages` (name to HTML) beside it. `faults` (name to fault) are looked at anew for each
 * request: `{ after }` answers so many milliseconds late, `{ status }` with nothing but that, `{ body }` with that instead.
 * @returns {Promise<{url: string, asked: string[], close(): Promise<void>}>}
 */
export async function serve({ path = "/", pages = {}, faults = {} } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://host").pathname);
    asked.push(request.url);
    const inside = name.startsWith(path) ? name.slice(path.length) || "index.html" : undefined;
    try {
      if (inside === undefined) throw new Error("outside");
      const { after = 0, status = 200, body: instead } = faults[inside] ?? {};
      await new Promise((resolve) => setTimeout(resolve, after));
      if (status !== 200) throw new Error("fault");
      const body = instead ?? (inside in pages ? pages[inside] : await readFile(join(root, "dist", normalize(inside))));
      response.writeHead(200, {
        "Content-Type": TYPES[extname(inside)] ?? "text/plain",
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    asked,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
