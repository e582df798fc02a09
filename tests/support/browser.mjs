// A real Chromium by WebDriver, and what tests do with it.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Builder, By, Key, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

export { By, Key };

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
];

/** Opens Chromium with a window of that size. */
export async function open({ width = 1024, height = 900, flags = [] } = {}) {
  const options = new chrome.Options().addArguments(...FLAGS, `--window-size=${width},${height}`, ...flags);
  if (process.env.CHROMIUM) options.setChromeBinaryPath(process.env.CHROMIUM);
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER || "chromedriver");
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

/** What the page complained of since the last call: errors, warnings, violations of the policy. */
export async function complaints(driver) {
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  return entries.map((entry) => entry.message).filter((message) => !message.includes("favicon"));
}

/** Waits until a script gives something true, and gives it back. */
export function until(driver, script, ...values) {
  return driver.wait(() => driver.executeScript(script, ...values), 10_000, `waited for: ${script}`);
}

/** Waits until a new browser has asked for everything; the icon comes last, and when it likes. */
export function settled(driver, server, since) {
  const icon = () => server.asked.slice(since).some((url) => url.endsWith("icon.svg"));
  return driver.wait(icon, 10_000, "waited for the icon");
}

/** Waits for a screen whose heading is these words. */
export async function heading(driver, words) {
  await driver.wait(
    async () => (await driver.executeScript("return document.querySelector('h1')?.textContent.trim()")) === words,
    10_000,
    `waited for the heading "${words}"; it is "${await driver.executeScript("return document.querySelector('h1')?.textContent")}"`,
  );
}

/** The visible text of the page. */
export function text(driver) {
  return driver.executeScript("return document.body.innerText");
}

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, as short lines. */
export async function violations(driver) {
  await driver.executeScript(axe);
  const result = await driver.executeAsyncScript(
    "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then(done, (e) => done({ violations: [{ id: String(e), nodes: [] }] }));",
  );
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}
