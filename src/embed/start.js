// Starts the checker on its own page. Until it is ready, and where it cannot start or has no rules, the page's own words
// stand in its place.

import { checker } from "./checker-wasm.js";
import { fetched } from "./files.js";
import { imported } from "./held.js";
import { keepForOffline } from "./offline.js";

/** How long to wait for the checker, in milliseconds, before saying that it did not work. */
const PATIENCE = 8000;
/** And for the rules, which a person can do without for a while. */
const PATIENCE_FOR_RULES = 30000;

const place = document.getElementById("checker");
/** The page's own words: kept, to be shown again. */
const own = [...place.childNodes];
/** Whatever has words of its own on the page, and the choice of a language, where there is one. */
const said = [...document.querySelectorAll("[data-say]")];
const choice = document.getElementById("languages");
const part = (name) => own.find((node) => node.id === name);

/** What the page's own words say of the checker: one of these, where it has something to say. */
const SAYS = ["loading", "failed", "no-rules", "stopped"];

function say(told) {
  for (const name of SAYS) part(name).hidden = name !== told;
}

/** Says what did not work, in the page's own words. The focus stays where it is. */
function fail(code, told = "failed") {
  say(told);
  console.warn(`entry-checker: ${code}`);
}

/** Offers to try again. The button stays while it is tried, so that the focus does. */
function offer(retry) {
  const again = part("again");
  again.hidden = false;
  again.ariaDisabled = "false";
  again.onclick = () => {
    again.onclick = null;
    again.ariaDisabled = "true";
    say("loading");
    retry();
  };
}

/**
 * Puts something in the place, where it does not stand there already. Who was at work there goes on from its heading; who
 * was not is left where they are.
 */
function show(nodes) {
  if (nodes[0].parentNode === place) return;
  const focused = place.contains(document.activeElement);
  place.replaceChildren(...nodes);
  // The checker draws itself a moment later.
  if (focused) setTimeout(() => place.querySelector("h1")?.focus());
}

/** A file beside this one. */
async function file(name) {
  const signal = AbortSignal.timeout?.(PATIENCE_FOR_RULES);
  const answer = await fetched(name, import.meta.url, signal);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

/** A script beside this one. */
const script = (name) => imported(name, new URL(name, import.meta.url).href);

const text = async (name) => (await file(name)).text();
const bytes = async (name) => (await file(name)).arrayBuffer();

/**
 * The rules, most of the sentences, and the part of the checker that works with them. They come after the first part,
 * which asks its first question without them, and on a slow line would come later beside them.
 */
const rules = () => Promise.all([bytes("checker-later.wasm"), text("catalogue.json"), text("sentences.json")]);

/**
 * Hands the rules over, and where that cannot be done offers to try again. The answers so far are kept. After a fault the
 * person goes on from the last that is known of what they did.
 */
async function handOver(program, coming) {
  const { mounted, root, join, deliver } = program;
  let code = "E_FETCH";
  try {
    const [later, ...texts] = await coming;
    code = "E_PACK";
    await join(later);
    if (deliver(...texts)) {
      mounted.share();
      if (program.last) {
        mounted.shelf(program.last, "");
        mounted.goOn();
      }
      show([root]);
      script("device.js").then(({ device }) => device(program), missing);
      keepForOffline();
      return;
    }
  } catch {
    // The code says which.
  }
  show(own);
  fail(code, "no-rules");
  offer(() => handOver(program, rules()));
}

const missing = () => console.warn("entry-checker: E_FETCH");

/** Starts a checker; after a fault in one, with the last that is known of what the person did. */
async function start(last) {
  say("loading");
  const late = setTimeout(() => fail("E_TIMEOUT"), PATIENCE);
  const running = new AbortController();
  const root = document.createElement("div");
  const program = { root, last, signal: running.signal };
  const stopped = () => {
    running.abort();
    show(own);
    fail("E_PANIC", "stopped");
    offer(() => start(program.last));
  };
  try {
    const { mount, join, deliver } = await checker(stopped).finally(() => clearTimeout(late));
    const coming = rules();
    // It is told of once the checker is there.
    coming.catch(() => {});
    show([root]);
    Object.assign(program, { join, deliver, mounted: mount(root, "", true) });
    say();
    if (choice) script("languages.js").then(({ languages }) => languages(choice, said, program.mounted, text), missing);
    script("keep.js").then(({ keeper }) => keeper(root), missing);
    await handOver(program, coming);
  } catch (error) {
    show(own);
    fail(error.code ?? "E_START");
    if (last) offer(() => start(last));
    else part("again").hidden = true;
  }
}

start();
