// What all checkers of a page share, fetched once: the wasm, the rules, the looks.

import { because, checker } from "./checker-wasm.js";

/** A file beside this script. */
async function text(name) {
  return (await file(name)).text();
}

async function file(name) {
  try {
    const answer = await fetch(new URL(name, import.meta.url));
    if (answer.ok) return answer;
  } catch {
    // As with an answer that is none.
  }
  throw because("E_FETCH");
}

async function bytes(name) {
  return (await file(name)).arrayBuffer();
}

async function keep() {
  try {
    return await import("./keep.js");
  } catch {
    throw because("E_FETCH");
  }
}

export class Shared {
  #loading;
  #checker;
  #keeper;
  #rules;
  #css;
  #sheets = new Map();
  #numbers = new WeakMap();
  #named = 0;

  /** Fetches everything. What failed is tried again when the next checker asks. */
  load() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load() {
    const files = ["./catalogue.json", "./sentences.json", "./entry-checker.css"].map(text);
    const [checks, later, { keeper }, catalogue, sentences, css] = await Promise.all([
      checker(),
      bytes("./checker-later.wasm"),
      keep(),
      ...files,
    ]);
    try {
      await checks.join(later);
    } catch {
      throw because("E_PACK");
    }
    this.#checker = checks;
    this.#keeper = keeper;
    this.#rules = [catalogue, sentences];
    this.#css = css;
  }

  /** A checker in a box, for a role or for what a person did before. */
  mount(box, role, kept) {
    const mounted = kept ? this.#checker.mountAgain(box, kept) : this.#checker.mount(box, role, false);
    if (!mounted.share() && !mounted.deliver(...this.#rules)) {
      mounted.release();
      throw because("E_PACK");
    }
    this.#keeper(box);
    return mounted;
  }

  /** What an element calls itself; the second of a page that has no name of its own has a number. */
  label(element) {
    const own = element.getAttribute("label");
    if (own) return own;
    if (!this.#numbers.has(element)) this.#numbers.set(element, ++this.#named);
    const number = this.#numbers.get(element);
    return number === 1 ? this.#checker.service() : `${this.#checker.service()} ${number}`;
  }

  /** The style sheet of our own page, for a theme: `light`, `dark`, or what the device prefers. */
  sheet(theme, root) {
    if (!["light", "dark"].includes(theme)) theme = "auto";
    if (!this.#sheets.has(theme)) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(looks(this.#css, theme, medium(root)));
      this.#sheets.set(theme, sheet);
    }
    return this.#sheets.get(theme);
  }
}

/** The looks where the size of the page's type is not ours to use, nor its width. */
function looks(css, theme, size) {
  const own = css
    .replace(/([\d.]+)rem\b/g, (_, number) => `${number * size}px`)
    .replace(/@media ?(not )?(?:screen and ?)?\((min|max)-width/g, "@container $1($2-width");
  if (theme === "auto") return own;
  return own
    .replace(/@media ?\(prefers-color-scheme: ?dark\)/g, theme === "dark" ? "@media all" : "@media not all")
    .replace(/color-scheme: ?light dark/g, `color-scheme:${theme}`);
}

/** The size of type that the person has chosen in their browser, whatever the page makes of it; measured where the page
    does not see it. */
function medium(root) {
  const probe = document.createElement("div");
  probe.style.font = "medium serif";
  root.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}

/** What a person types is no shortcut of the page. */
export function quiet(event) {
  if (event.target.localName === "input" && event.key.length === 1) event.stopPropagation();
}
