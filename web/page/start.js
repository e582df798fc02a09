// Starts the checker on its own page. A person can use the first screens at once; the program comes behind them and takes
// over. Where it does not come, the page says so in words, and leads to the plain rules.

import { codeOf, warnCode } from "../shared/errors.js";
import { fetched } from "../shared/files.js";
import { FirstScreens } from "../shared/first-screens.js";
import { imported } from "../shared/integrity.js";
import { startProgram } from "../shared/program.js";
import { drawn, nextTurn } from "../shared/rendering.js";
import { hasSaved } from "../shared/saved-record.js";
import { withTimeout } from "../shared/timeout.js";
import { keepForOffline } from "./offline.js";

/**
 * Returns an element of index.html.
 * @param {string} id
 */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const checker = part("checker");
const notices = part("notices");
const again = part("again");
const container = part("first");
const { title = "", waiting = "" } = container.dataset;

/** Ends what listens for the first screens. */
const first = new AbortController();
/** The first screens, until the program takes over; there are none for a link with answers, nor where answers are saved. */
let screens = isFirst() ? new FirstScreens(container, address() ?? "", waiting, moved, tryAgain) : undefined;

/** The screen that the address of the page names; nothing where it leads somewhere else on the page. */
function address() {
  const { hash } = location;
  if (hash === "") return "";
  return hash.startsWith("#/") ? hash.slice(2) : undefined;
}

/** Whether a person begins with one of the first screens. Only the program can read answers. */
function isFirst() {
  return !/^#v\d/.test(location.hash) && !hasSaved();
}

/**
 * Follows a change of the screen with the address and the title, as the program does.
 * @param {string} _
 * @param {string} to
 */
function moved(_, to) {
  history.pushState(null, "", `#/${to}`);
  setTitle();
}

function setTitle() {
  const heading = container.querySelector(":scope > :not([hidden]) h1")?.textContent.trim() ?? "";
  document.title = title.replace("{heading}", () => heading);
}

/** Tries again, where that is offered. */
function tryAgain() {
  if (again.onclick) again.click();
}

/**
 * Shows one of `first`, `program` and `plain`, with a notice. A person who was at work in what is hidden goes on from the heading.
 * @param {"first" | "program" | "plain"} what
 * @param {string} [name]
 */
function show(what, name) {
  const { activeElement } = document;
  const isInside = checker.contains(activeElement);
  checker.dataset.shows = what;
  notice(name);
  if (what === "program") again.hidden = true;
  if (isInside && activeElement && !isVisible(activeElement)) [...checker.querySelectorAll("h1")].find(isVisible)?.focus();
}

/** @param {Element} element */
const isVisible = (element) => element.getClientRects().length > 0;

/**
 * Shows one notice, or none. What went wrong comes with the way to the rules.
 * @param {string} [name]
 */
function notice(name) {
  const goesOn = name === undefined || name === "loading";
  /** @type {NodeListOf<HTMLElement>} */
  const all = notices.querySelectorAll("[role=status]");
  for (const one of all) one.hidden = one.id !== name;
  part("to-rules").hidden = goesOn;
}

/**
 * Offers to try again. The button stays while it is tried, so that the focus does.
 * @param {() => void} retry
 */
function offer(retry) {
  again.hidden = false;
  again.ariaDisabled = "false";
  again.onclick = () => {
    again.onclick = null;
    again.ariaDisabled = "true";
    notice("loading");
    retry();
  };
}

/**
 * Has the page serve a program: `page.js` comes after it, since nothing waits for that.
 * @param {import("../shared/device.js").Running} program
 */
async function serve(program) {
  /** @param {string} name */
  const text = async (name) => (await fetched(name, import.meta.url)).text();
  try {
    const page = await imported("page.js", new URL("page.js", import.meta.url).href);
    page.serve(program, text);
  } catch {
    warnCode("E_FETCH");
  }
}

/** Each start counts: where a person tried again, only the last one goes on. */
let turn = 0;

/**
 * Starts a program; after a fault in one, with the last that is known of what the person did.
 * @param {string} [last]
 */
async function start(last) {
  const mine = ++turn;
  const isLast = () => mine === turn;
  const loading = new AbortController();
  const running = new AbortController();
  const program = { root: document.createElement("div"), last, signal: running.signal };
  const stopped = () => {
    running.abort();
    show("plain", "stopped");
    program.root.remove();
    warnCode("E_PANIC");
    offer(() => start(program.last));
  };
  try {
    const starting = startProgram(import.meta.url, stopped, loading.signal);
    const late = () => {
      if (!isLast()) return;
      notice("slow");
      warnCode("E_TIMEOUT");
      offer(() => {
        loading.abort();
        start(last);
      });
    };
    const { mount } = await withTimeout(starting, late);
    if (!isLast()) return;
    const mountedAt = screens?.address;
    const served = Object.assign(program, { mounted: mount(program.root, mountedAt ?? "", true, last) });
    await drawn(program.root, running.signal);
    if (running.signal.aborted) return;
    if (screens) await takeOver(screens, program.root, mountedAt);
    else if (container.isConnected) container.replaceWith(program.root);
    else notices.before(program.root);
    show("program");
    serve(served);
    keepForOffline();
  } catch (error) {
    if (!isLast()) return;
    const code = codeOf(error);
    const isMissing = code === "E_FETCH" || code === "E_PACK";
    // The first screens stay where there is a way on.
    screens?.say("");
    show(isMissing && screens ? "first" : "plain", isMissing ? "no-rules" : "failed");
    warnCode(code);
    offer(() => start(last));
  }
}

/**
 * Puts the program in the place of the first screens. It was mounted at an address, from which a person may have gone on.
 * @param {FirstScreens} shown
 * @param {HTMLElement} root
 * @param {string | undefined} mountedAt
 */
async function takeOver(shown, root, mountedAt) {
  await shown.settled();
  for (let at = mountedAt; at !== shown.address; await shown.settled()) {
    at = shown.address;
    // The browser tells of its own changes of the address, and not of ours.
    dispatchEvent(new PopStateEvent("popstate"));
    await nextTurn();
  }
  first.abort();
  shown.takeOver(root);
  screens = undefined;
}

// It is shown where no script has taken it away.
part("unstarted").remove();
if (screens) {
  setTitle();
  const back = () => {
    // Only the program can read the answers of a link.
    const there = address();
    if (there === undefined || !isFirst()) return;
    screens?.show(there);
    setTitle();
  };
  addEventListener("popstate", back, { signal: first.signal });
} else {
  show("plain", "loading");
}
start();
