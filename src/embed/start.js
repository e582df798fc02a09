// Starts the checker on its own page. Until it is ready, and where it cannot start or has no rules, the page's own words
// stand in its place.

import load, { mount } from "./checker.js";

/** How long to wait for the checker, in milliseconds, before saying that it did not work. */
const PATIENCE = 8000;

const place = document.getElementById("checker");
/** The page's own words: kept, to be shown again. */
const own = [...place.childNodes];
const part = (name) => own.find((node) => node.id === name);

/** Says that it did not work, in the page's own words. */
function fail(code, told = "failed") {
  part("loading").hidden = true;
  part(told).hidden = false;
  console.warn(`entry-checker: ${code}`);
}

/** A file beside this one, as text. */
async function text(name) {
  const answer = await fetch(new URL(name, import.meta.url), { priority: "low" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
}

/** The rules and most of the sentences, which come beside the checker: it asks its first question without them. */
const rules = () => Promise.all(["./catalogue.json", "./sentences.json"].map(text));

/** Hands the rules over, and where that cannot be done offers to try again. The answers so far are kept. */
async function deliver(checker, root, coming) {
  const texts = await coming.catch(() => undefined);
  if (texts && checker.deliver(...texts)) return true;
  const focused = place.contains(document.activeElement);
  place.replaceChildren(...own);
  // Who was at work in the checker goes on from the heading, and who was not is left where they are.
  if (focused) place.querySelector("h1").focus();
  fail(texts ? "E_PACK" : "E_FETCH", "no-rules");
  part("again").hidden = false;
  part("again").onclick = async () => {
    if (!(await deliver(checker, root, rules()))) return;
    place.replaceChildren(root);
    root.querySelector("h1").focus();
  };
  return false;
}

const coming = rules();
// It is told of once there is a checker that cannot go on.
coming.catch(() => {});
const late = setTimeout(() => fail("E_TIMEOUT"), PATIENCE);
load().then(
  () => {
    clearTimeout(late);
    const root = document.createElement("div");
    place.replaceChildren(root);
    part("failed").hidden = true;
    const checker = mount(root, "", true);
    import("./keep.js").then(({ keeper }) => keeper(root), () => console.warn("entry-checker: E_FETCH"));
    return deliver(checker, root, coming);
  },
  () => {
    clearTimeout(late);
    fail("E_FETCH");
  },
);
