// The checker as an element of somebody else's page:
//
//   <entry-checker job-role="audiology">What stands here until the checker is ready, and where it cannot be.</entry-checker>
//
// It keeps to itself: an open shadow root, no address, no title, no storage, no global but its entry in the registry.

import { quiet, Shared } from "./shared.js";

const NAME = "entry-checker";
/** How long to wait for the checker, in milliseconds, before saying that it did not work. */
const PATIENCE = 8000;
/** How near to what is seen of the page an element has to come before anything is fetched for it. */
const NEAR = "400px";

const shared = new Shared();

class EntryChecker extends HTMLElement {
  static observedAttributes = ["job-role", "label", "theme"];

  static #near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.#load()),
    { rootMargin: NEAR },
  );

  #root = this.attachShadow({ mode: "open" });
  #state = "idle";
  /** Where the checker is, while it is on the page; what it is told by; what a person did, while it is not. */
  #box;
  #mounted;
  #kept;
  /** The screen that was told of last. */
  #screen;
  #settle;
  #ready = new Promise((resolve) => (this.#settle = resolve));
  #watch = new MutationObserver(() => this.#look());

  constructor() {
    super();
    this.#root.append(document.createElement("slot"));
    for (const kind of ["keydown", "keypress", "keyup"]) this.#root.addEventListener(kind, quiet);
  }

  get version() {
    return VERSION;
  }

  /** The version of the rules of its role, once it is ready. */
  get rulesVersion() {
    return this.#mounted?.rulesVersion();
  }

  /** `idle`, `loading`, `ready`, or `fallback` where the words inside the element stay. */
  get state() {
    return this.#state;
  }

  /** Fulfilled when it is ready, or has given up; never rejected. */
  get ready() {
    return this.#ready;
  }

  /** Forgets all answers and begins anew. */
  reset() {
    if (this.#mounted) this.#release();
    this.#kept?.free();
    this.#kept = undefined;
    if (this.#state === "ready" && this.isConnected) this.#show();
  }

  /** Goes to the heading of the screen. */
  focus(options) {
    this.#box?.querySelector("h1")?.focus(options);
  }

  connectedCallback() {
    // Moved within the page.
    if (this.#mounted) return;
    if (this.#state === "ready") this.#show();
    else if (this.getAttribute("loading") === "eager") this.#load();
    else EntryChecker.#near.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      EntryChecker.#near.unobserve(this);
      if (this.#mounted) this.#release();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#mounted || before === now) return;
    if (name === "job-role") this.reset();
    if (name === "label") this.#box.ariaLabel = shared.label(this);
    if (name === "theme") this.#root.adoptedStyleSheets = [shared.sheet(now, this.#root)];
  }

  async #load() {
    EntryChecker.#near.unobserve(this);
    if (this.#state === "loading" || this.#state === "ready") return;
    this.#state = "loading";
    const late = setTimeout(() => this.#fail("E_TIMEOUT"), PATIENCE);
    try {
      await shared.load();
      if (!this.isConnected) {
        this.#state = "idle";
        return;
      }
      this.#show();
      this.#state = "ready";
      this.#emit("ready", { version: VERSION, rulesVersion: this.rulesVersion });
      this.#settle();
    } catch (error) {
      this.#fail(error.code ?? "E_START");
    } finally {
      clearTimeout(late);
    }
  }

  /** Leaves the words that the page has inside the element. */
  #fail(code) {
    this.#state = "fallback";
    console.warn(`entry-checker: ${code}`);
    this.#emit("error", { code });
    this.#settle();
  }

  #show() {
    // Who was at work in the words that give way goes on from the heading; who was not is left where they are.
    const focused = this.contains(this.getRootNode().activeElement);
    const box = document.createElement("div");
    box.className = "ec-widget";
    box.role = "region";
    box.ariaLabel = shared.label(this);
    this.#mounted = shared.mount(box, this.getAttribute("job-role") ?? "", this.#kept);
    this.#kept = undefined;
    this.#box = box;
    this.#screen = undefined;
    this.#watch.observe(box, { childList: true, subtree: true });
    this.#root.adoptedStyleSheets = [shared.sheet(this.getAttribute("theme"), this.#root)];
    this.#root.replaceChildren(box);
    // The checker draws itself a moment later.
    if (focused) setTimeout(() => this.focus());
  }

  /** Takes the checker off the page. What a person did is kept for as long as the element is. */
  #release() {
    this.#watch.disconnect();
    this.#kept = this.#mounted.release();
    this.#mounted = this.#box = undefined;
    this.#root.adoptedStyleSheets = [];
    this.#root.replaceChildren(document.createElement("slot"));
  }

  /** Tells the page of a new screen, and of a result; never of an answer. */
  #look() {
    const [from, to] = [this.#screen, this.#mounted.screen()];
    if (to === from) return;
    this.#screen = to;
    // The first screen is no step.
    if (from === undefined) return;
    this.#emit("step", { from: from || "start", to: to || "start" });
    const outcomes = this.#mounted.outcomes().map((one) => {
      const [route, outcome] = one.split(" ");
      return Object.freeze({ route, outcome });
    });
    if (outcomes.length > 0) this.#emit("result", { outcomes: Object.freeze(outcomes) });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}:${name}`, { bubbles: true, composed: true, detail: Object.freeze(detail) }));
  }
}

// A page may load this twice, or two versions of it: the first stays.
if (customElements.get(NAME)) console.warn(`entry-checker: ${VERSION} came after another version`);
else customElements.define(NAME, EntryChecker);
