// Starts the checker on its own page. Until it is ready, and where it cannot start or has no rules, the page's own words
// stand in its place.

import { checker } from "./checker-wasm.js";
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

/** Says that it did not work, in the page's own words. The focus stays where it is. */
function fail(code, told = "failed") {
  part("loading").hidden = true;
  part(told).hidden = false;
  console.warn(`entry-checker: ${code}`);
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
  const answer = await fetch(new URL(name, import.meta.url), { priority: "low", signal });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

const text = async (name) => (await file(name)).text();
const bytes = async (name) => (await file(name)).arrayBuffer();

/**
 * The rules, most of the sentences, and the part of the checker that works with them. They come beside the first part,
 * which asks its first question without them.
 */
const rules = () => Promise.all([bytes("./checker-later.wasm"), text("./catalogue.json"), text("./sentences.json")]);

/** Hands the rules over, and where that cannot be done offers to try again. The answers so far are kept. */
async function deliver(checker, coming) {
  let code = "E_FETCH";
  try {
    const [later, ...texts] = await coming;
    code = "E_PACK";
    await checker.join(later);
    if (checker.mounted.deliver(...texts)) {
      import("./device.js").then(({ device }) => device(checker.mounted, checker.root), () => console.warn("entry-checker: E_FETCH"));
      keepForOffline();
      return true;
    }
  } catch {
    // The code says which.
  }
  show(own);
  fail(code, "no-rules");
  const again = part("again");
  again.hidden = false;
  again.onclick = async () => {
    // One try at a time; what failed before is said anew where it fails again.
    again.hidden = part("no-rules").hidden = true;
    part("loading").hidden = false;
    if (!(await deliver(checker, rules()))) return again.focus();
    place.replaceChildren(checker.root);
    checker.root.querySelector("h1").focus();
  };
  return false;
}

async function start() {
  part("loading").hidden = false;
  const coming = rules();
  // It is told of once there is a checker that cannot go on.
  coming.catch(() => {});
  const late = setTimeout(() => fail("E_TIMEOUT"), PATIENCE);
  try {
    const { mount, join } = await checker().finally(() => clearTimeout(late));
    const root = document.createElement("div");
    show([root]);
    const mounted = mount(root, "", true);
    part("failed").hidden = true;
    if (choice) import("./languages.js").then(({ languages }) => languages(choice, said, mounted), () => console.warn("entry-checker: E_FETCH"));
    import("./keep.js").then(({ keeper }) => keeper(root), () => console.warn("entry-checker: E_FETCH"));
    await deliver({ mounted, root, join }, coming);
  } catch (error) {
    show(own);
    fail(error.code ?? "E_START");
  }
}

start();
