// Three real browsers by WebDriver, and what tests do with them.
//
// What an engine cannot do, and what is done in its place:
// - only Chromium hands out the browser's log; elsewhere the page is listened to (`watch.js` of the server);
// - only Chromium can be shown other sizes, the dark and forced colours, and print: tests/chromium;
// - a window is at least about 450 pixels wide in Firefox and WebKit: for 320 pixels see `narrow`;
// - WebKit needs a display, so it gets one that nobody sees (Xvfb).

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, By, Key, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

import { freePort, listens, program, start, stop } from "./programs.mjs";

export { By, Key };

/** The engines that tests run in, by the variable of that name ("firefox,webkit"); all without it. */
export const ENGINES = (process.env.ENGINES ?? "chromium,firefox,webkit").split(",");

const CHROMIUM_FLAGS = [
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
  // Every server of these tests is on one host, which is one site anyway. A page load costs a sixth less processor time.
  "--disable-site-isolation-trials",
];

/** The pause between two checks of a condition, in milliseconds. The driver's own 200 would be most of the time of these tests. */
const POLL_INTERVAL = 15;

/**
 * Opens a browser with a window of that size, or the nearest that it can have. Its `engine` says which one it is. A test
 * that takes pictures of the page asks for it.
 */
export async function open({ engine = ENGINES[0], width = 1024, height = 900, flags = [], pictures = false } = {}) {
  if (!(engine in OPENERS)) throw new Error(`no engine "${engine}"; there are ${Object.keys(OPENERS).join(", ")}`);
  // Where it saves what a test downloads.
  const folder = mkdtempSync(join(tmpdir(), "entry-checker-"));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", clear);
  const driver = await OPENERS[engine]({ width, height, flags, folder, pictures });
  const quit = driver.quit.bind(driver);
  driver.quit = () => quit().finally(clear);
  driver.engine = engine;
  driver.left = [];
  const get = driver.get.bind(driver);
  driver.get = async (url) => {
    driver.left.push(...(await heard(driver)));
    return get(url);
  };
  const wait = driver.wait.bind(driver);
  driver.wait = (condition, timeout, words) => wait(condition, timeout, words, POLL_INTERVAL);
  return driver;
}

const OPENERS = {
  chromium({ width, height, flags, folder }) {
    const options = new chrome.Options().addArguments(...CHROMIUM_FLAGS, `--window-size=${width},${height}`, ...flags);
    options.setUserPreferences({ "download.default_directory": folder });
    options.setChromeBinaryPath(program("chromium", "CHROMIUM"));
    const logs = new logging.Preferences();
    logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    options.setLoggingPrefs(logs);
    const service = new chrome.ServiceBuilder(program("chromedriver", "CHROMEDRIVER"));
    return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  },

  async firefox({ width, height, folder }) {
    const options = new firefox.Options().addArguments("-headless", `--width=${width}`, `--height=${height}`);
    options.setPreference("browser.download.folderList", 2).setPreference("browser.download.dir", folder);
    options.setBinary(program("firefox-esr", "FIREFOX"));
    const service = new firefox.ServiceBuilder(program("geckodriver", "GECKODRIVER", installed("geckodriver")));
    return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
  },

  async webkit({ width, height, folder, pictures }) {
    const display = await start(program("Xvfb", "XVFB"), ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
    const port = await freePort();
    const environment = {
      DISPLAY: `:${display.said}`,
      // There is no desktop with an accessibility bus.
      GTK_A11Y: "none",
      HOME: folder,
      // No page of these tests runs for long enough that the last compiler tier pays for itself, and there is no graphics
      // card to compose with. Without the two a test takes a third less processor time. Pictures need the composer.
      JSC_useOMGJIT: "0",
      ...(pictures ? {} : { WEBKIT_DISABLE_COMPOSITING_MODE: "1" }),
    };
    const service = await start(program("WebKitWebDriver", "WEBKIT_DRIVER"), [`--port=${port}`, "--host=127.0.0.1"], environment);
    await listens(port);
    const capabilities = { browserName: "MiniBrowser" };
    if (process.env.WEBKIT_BROWSER) {
      capabilities["webkitgtk:browserOptions"] = { binary: process.env.WEBKIT_BROWSER, args: ["--automation"] };
    }
    const end = () => [service, display].forEach(stop);
    try {
      const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
      const quit = driver.quit.bind(driver);
      driver.quit = () => quit().finally(end);
      await driver.manage().window().setRect({ x: 0, y: 0, width, height });
      return driver;
    } catch (error) {
      end();
      throw error;
    }
  },
};

/** Where `cargo xtask` has put a tool, as a path for a person who runs the tests without it. */
function installed(name) {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "entry-checker/tools");
  try {
    const version = readdirSync(folder).find((one) => one.startsWith(`${name}-`));
    return version && join(folder, version, "bin", name);
  } catch {
    return undefined;
  }
}

/** What the page complained of since the last call: errors, warnings, violations of the policy. */
export async function complaints(driver) {
  const before = driver.left.splice(0);
  return [...before, ...(await heard(driver))].filter((message) => !message.includes("favicon"));
}

/** The new complaints of the page that is shown: a page that is left takes with it what `watch.js` heard. */
async function heard(driver) {
  if (driver.engine !== "chromium") return driver.executeScript("return window.complaints?.splice(0) ?? []");
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  return entries.map((entry) => entry.message);
}

/** Our own codes among what the browser complains of. */
export const codesIn = (said) => said.flatMap((line) => /entry-checker: (E_\w+)/.exec(line)?.[1] ?? []);

/** A script after which the next thing that is put into the page is refused: Yew takes that for a fault. */
export const REFUSE = `
  const own = Node.prototype.insertBefore;
  Node.prototype.insertBefore = () => {
    Node.prototype.insertBefore = own;
    throw new DOMException("refused", "HierarchyRequestError");
  };
`;

/** Waits until a script gives something true, and gives it back. */
export function until(driver, script, ...values) {
  return driver.wait(() => driver.executeScript(script, ...values), 10_000, `waited for: ${script} (${values.join(", ")})`);
}

/**
 * Navigates to a page whose load never ends, so that the driver cannot wait for its `load` event. Returns when the new
 * document is the current one and is parsed.
 *
 * A command that runs while the old document is being left may fail, with a different error in each engine ("Callback was not
 * called before the unload event" in WebKit). Such an error is expected here, and only until the new document is there.
 */
export async function navigate(driver, url) {
  driver.left.push(...(await heard(driver)));
  const [address] = url.split("#");
  const isCurrent = `return window.isBeingLeft !== true && location.href.split("#")[0] === arguments[0] && document.readyState !== "loading"`;
  let lastError;
  const start = "window.isBeingLeft = true; setTimeout((url) => location.assign(url), 0, arguments[0])";
  const failed = (error) => {
    lastError = error;
  };
  await driver.executeScript(start, url).catch(failed);
  const arrived = () => driver.executeScript(isCurrent, address).catch(failed);
  await driver.wait(arrived, 10_000, () => `did not arrive at ${url}; the last error was ${lastError}`);
}

/**
 * Replaces the tab by a new one, which has no history. Chromium drops additions to the history of a tab, and says nothing,
 * after 200 of them within 10 seconds.
 */
export async function replaceTab(driver) {
  driver.left.push(...(await heard(driver)));
  const old = await driver.getWindowHandle();
  await driver.switchTo().newWindow("tab");
  const tab = await driver.getWindowHandle();
  await driver.switchTo().window(old);
  await driver.close();
  await driver.switchTo().window(tab);
}

/** True when the program has taken over from the first screens. */
export const IS_STARTED = `return document.getElementById("checker")?.dataset.shows === "program"`;

/** Loads an address anew and waits until the program is on the page. */
export async function visit(driver, url) {
  await driver.get("about:blank");
  await driver.get(url);
  await until(driver, IS_STARTED);
}

/**
 * True when our own page has loaded everything that it loads by itself, but for the worker: `page.js` is the last script
 * and has run (see `WATCH` in server.mjs).
 */
export const IS_WHOLE = "return window.hasDevice === true";

/** Loads our own page anew and waits until it requests nothing more by itself. */
export async function visitWhole(driver, server, hash = "") {
  await visit(driver, server.url + hash);
  await until(driver, IS_WHOLE);
}

/**
 * Declares `turn`, which waits until the page has run one more task, and `settle`, which waits until Yew has rendered: it
 * renders in microtasks. A turn takes microseconds, where nested timers take 4 ms each.
 */
export const TURNS = `
  const turn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(); };
    port2.postMessage(0);
  });
  const settle = async () => {
    await turn();
    await turn();
  };`;

/** Runs the body of an async function in the page, with `turn` and `settle`, and returns its result; an error in it is thrown here. */
export async function runAsync(driver, body, ...values) {
  const [result, error] = await driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
    (async function () { ${TURNS} ${body} }).apply(null, arguments).then((result) => done([result ?? null, null]), (error) => done([null, String(error)]));`,
    ...values,
  );
  if (error !== null) throw new Error(error);
  return result;
}

/**
 * An expression that is true when the checker in the page is rendered to its end, its effects included.
 *
 * Yew yields to the browser, by a timer, after 16 ms of rendering, and the effects come after that: the title, the address
 * and the focus, in this order and in one task. A test that acts in between goes back from an address that is not there yet.
 * The title of our own page names the heading, so it tells when the effects are done.
 */
export const IS_RENDERED = `(() => {
  const own = [...document.querySelectorAll("body .ec .ec-h1")].find((one) => one.getClientRects().length > 0)?.textContent.trim();
  return own === undefined || document.title.includes(own);
})()`;

/** The heading that is shown, of a screen that is rendered to its end. */
const HEADING = `
  const shown = [...document.querySelectorAll("h1")].find((one) => one.getClientRects().length > 0);
  return ${IS_RENDERED} ? shown?.textContent.trim() : ''`;

/** Waits for a screen whose heading is these words. */
export async function heading(driver, words) {
  let last;
  const matches = async () => {
    last = await driver.executeScript(HEADING);
    return last === words;
  };
  await driver.wait(matches, 10_000, () => `waited for the heading "${words}"; it is "${last}"`);
}

/** The visible text of the page. */
export function text(driver) {
  return driver.executeScript("return document.body.innerText");
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Everything that axe's findings depend on: the markup, shadow roots included, what is ticked or typed, where the focus is,
 * the size and the colours. The styles are the same for all pages of one file of tests with the same markup.
 */
const AXE_INPUT = `
  const all = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const elements = all(document);
  const markup = [document, ...elements.map((one) => one.shadowRoot).filter(Boolean)].map((root) => (root.documentElement?.outerHTML ?? root.innerHTML));
  const states = elements.filter((one) => one.matches("input, textarea")).map((one) => [one.checked, one.value]);
  const media = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query).matches);
  const focus = elements.map((one) => one.getRootNode().activeElement === one);
  return JSON.stringify([location.pathname, innerWidth, innerHeight, media, states, focus.indexOf(true), focus.lastIndexOf(true), markup]);`;

/** The findings of axe by its input and rules: many tests pass through the same views, and axe is half of their time. */
const axeFindings = new Map();

/** Returns what axe finds wrong, as short lines: by all of its rules, or by those that are named. */
export async function violations(driver, rules = null) {
  const key = JSON.stringify([driver.engine, rules, await driver.executeScript(AXE_INPUT)]);
  if (!axeFindings.has(key)) axeFindings.set(key, await runAxe(driver, rules));
  return axeFindings.get(key);
}

async function runAxe(driver, rules) {
  const run = () =>
    driver.executeAsyncScript(
      `const [rules, done] = arguments;
      if (!("axe" in window)) return done(null);
      const line = ({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join(" | ");
      const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
      axe.run(document, options).then(({ violations }) => done(violations.map(line)), (error) => done([String(error)]));`,
      rules,
    );
  const found = await run();
  if (found) return found;
  await driver.executeScript(axe);
  return run();
}
