// A picture of every view in Chromium, into target/shots/, for people to look at. Run by `cargo xtask shots`.
//
// `node tests/shots.mjs result start` takes those alone whose name begins so.

import { mkdir, writeFile } from "node:fs/promises";

import { open } from "./support/browser.mjs";
import { media, screen } from "./support/media.mjs";
import { root, serve } from "./support/server.mjs";
import { broken, plain, views } from "./support/views.mjs";

const LOOKS = [
  ["light", {}, [320, 768, 1280]],
  ["dark", { "prefers-color-scheme": "dark" }, [320, 1280]],
  ["forced", { "forced-colors": "active" }, [320, 1280]],
];

const wanted = process.argv.slice(2);
const folder = `${root}target/shots/`;
const faults = {};
const server = await serve({ faults });
const driver = await open({ engine: "chromium", width: 400, height: 800 });
let number = 0;

/** Takes a view in every look and at every width, as long as it is. */
async function take(name) {
  if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) return;
  for (const [look, features, widths] of LOOKS) {
    await media(driver, features);
    for (const width of widths) {
      await screen(driver, width);
      const { cssContentSize } = await driver.sendAndGetDevToolsCommand("Page.getLayoutMetrics");
      const clip = { x: 0, y: 0, width, height: cssContentSize.height, scale: 1 };
      const { data } = await driver.sendAndGetDevToolsCommand("Page.captureScreenshot", { clip, captureBeyondViewport: true });
      await writeFile(`${folder}${name}-${look}-${width}.png`, data, "base64");
      number += 1;
    }
  }
  await media(driver);
}

try {
  await mkdir(folder, { recursive: true });
  await views(driver, server, take);
  await plain(driver, server, take);
  await driver.get(`file://${root}target/fixtures/index.html`);
  await take("fixtures");
  await broken(driver, server, faults, take);
  console.log(`${number} pictures in target/shots/`);
} finally {
  await driver.quit();
  await server.close();
}
