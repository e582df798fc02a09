// The checker as an element of somebody else's page:
//
//   <entry-checker job-role="audiology">What stands here until the checker is ready, and where it cannot be.</entry-checker>
//
// It keeps to itself: an open shadow root, no address, no title, no storage but where it is asked for, no global but its
// entry in the registry.

import { language, NAMES, property, reflect, setting, warn } from "./settings.js";
import { because } from "./checker-wasm.js";
import { leads, quiet } from "./events.js";
import { shared } from "./shared.js";

const NAME = "entry-checker";
/** How long to wait for the checker, in milliseconds, before saying that it did not work. */
const PATIENCE = 8000;
/** How near to what is seen of the page an element has to come before anything is fetched for it. */
const NEAR = "400px";
/** What changes the checker itself: it begins anew. */
const ANEW = ["job-role", "pack-src", "base"];
/** What a page puts in the element to stand beside the checker, and on which screens. */
const SLOTS = { intro: /^(q\/stage)?$/, "after-result": /^result$/, footer: /^/ };

class EntryChecker extends HTMLElement {
  static observedAttributes = [...NAMES, "lang"];

  static #near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.#load()),
    { rootMargin: NEAR },
  );
  /** Those that are shown: what they look like may depend on what the device prefers. */
  static #shown = new Set();

  static {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => EntryChecker.#shown.forEach((one) => one.#look()));
  }

  #root = this.attachShadow({ mode: "open" });
  #state = "idle";
  /** What its files are shared by. */
  #shared;
  /** Where the checker is, while it is on the page; what it is told by; what a person did, while it is not. */
  #box;
  #mounted;
  #kept;
  /** Ends what listens for as long as it is on the page. */
  #end;
  /** A role, and what the person holds, as the page gave them: the one is kept, the other is handed over once. */
  #pack;
  #own;
  #profile;
  /** Each start counts; of several that are under way the last one holds. */
  #turn = 0;
  /** The screen that was told of last. */
  #screen;
  #settle;
  #ready = new Promise((resolve) => (this.#settle = resolve));
  #watch = new MutationObserver(() => this.#changed());

  constructor() {
    super();
    this.#root.append(document.createElement("slot"));
    for (const kind of ["keydown", "keypress", "keyup"]) this.#root.addEventListener(kind, quiet);
    this.#root.addEventListener("click", (event) => leads(event, (url) => this.#emit("navigate", { url }, true)));
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

  /** What the person holds, as far as they have said. Set, it stands in the place of what they said. */
  get profile() {
    return this.#mounted ? this.#shared.later.programs.profile(this.#mounted) : null;
  }

  set profile(value) {
    if (this.#state !== "ready" || !this.#mounted) {
      this.#profile = value;
      return;
    }
    if (value === null || value === undefined) return this.reset();
    const inside = this.#root.activeElement;
    this.#shared.later.programs.take(this.#mounted, value);
    if (inside) setTimeout(() => this.focus());
  }

  /** The report for it, where the checker is about one role. */
  get result() {
    return this.#mounted ? this.#shared.later.programs.result(this.#mounted) : null;
  }

  /** A role of the page's own, as a pack. */
  get pack() {
    return this.#pack ?? null;
  }

  set pack(value) {
    this.#pack = value ?? undefined;
    if (this.#state !== "idle") this.#load();
  }

  /** The report for another profile. Nothing is shown or kept. */
  evaluate(profile) {
    if (!this.#mounted) throw because("E_NOT_READY", "wait for ready first");
    return this.#shared.later.programs.evaluate(this.#mounted, profile);
  }

  /** Forgets all answers and begins anew. */
  reset() {
    this.#forget();
    if (this.#state === "ready" && this.isConnected) this.#show();
  }

  /** Goes to the heading of the screen. */
  focus(options) {
    this.#box?.querySelector(".ec-h1")?.focus(options);
  }

  /** Prints the page that it is on. */
  print() {
    print();
  }

  /** A link to the answers on a page of ours: see `share-base`. */
  shareUrl() {
    return this.#mounted?.shareLink() ?? null;
  }

  /** What the screen says, as text. */
  toText() {
    return this.#mounted ? this.#shared.later.plainText(this.#box.querySelector(".ec-screen")) : "";
  }

  connectedCallback() {
    this.#takeOver();
    // Moved within the page.
    if (this.#mounted) return;
    if (this.#state === "ready") this.#show();
    else if (setting(this, "loading") === "eager") this.#load();
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
    if (before === now) return;
    warn(this, name);
    if (ANEW.includes(name)) {
      if (this.#state !== "idle") this.#load();
    } else if (this.#mounted) {
      if (name === "lang") this.#shared.learn(language(this)).then(() => this.#mounted && this.#look());
      else this.#look();
    }
  }

  /** What a framework set before there was this class would hide its accessors. */
  #takeOver() {
    for (const name of ["profile", "pack", ...NAMES.map(property)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  async #load() {
    EntryChecker.#near.unobserve(this);
    const turn = (this.#turn += 1);
    const files = (this.#shared = shared(setting(this, "base") ?? undefined));
    if (this.#state !== "ready") this.#state = "loading";
    const late = setTimeout(() => turn === this.#turn && this.#fail(because("E_TIMEOUT")), PATIENCE);
    try {
      const own = this.#pack ?? setting(this, "pack-src");
      const [pack] = await Promise.all([this.#pack ? own : own && files.pack(own), files.load(), files.learn(language(this))]);
      if (turn !== this.#turn) return;
      this.#own = pack;
      this.#forget();
      if (this.isConnected) this.#show();
      // The checker draws itself a moment later.
      await new Promise((resolve) => setTimeout(resolve));
      if (turn !== this.#turn) return;
      this.#state = this.#mounted ? "ready" : "idle";
      if (!this.#mounted) return;
      this.#emit("ready", { version: VERSION, rulesVersion: this.rulesVersion, mode: "wasm" });
      this.#settle();
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      clearTimeout(late);
    }
  }

  /** Leaves the words that the page has inside the element. */
  #fail(error) {
    if (this.#mounted) this.#release();
    this.#state = "fallback";
    this.#tell(error);
    this.#settle();
  }

  #tell({ code = "E_START", message = code }) {
    console.warn(`entry-checker: ${message === code ? code : `${code} ${message}`}`);
    this.#emit("error", message === code ? { code } : { code, message });
  }

  #show() {
    // Who was at work in the words that give way goes on from the heading; who was not is left where they are.
    const focused = this.contains(this.getRootNode().activeElement);
    const box = document.createElement("div");
    const place = document.createElement("div");
    box.className = "ec-widget";
    box.part = "container";
    box.role = "region";
    const slots = Object.keys(SLOTS).map((name) => Object.assign(document.createElement("slot"), { name, hidden: true }));
    box.append(slots[0], place, ...slots.slice(1));
    const { later } = this.#shared;
    const kept = this.#kept;
    const ask = setting(this, "start") === "first-question";
    this.#kept = undefined;
    this.#mounted = this.#shared.mount(place, setting(this, "job-role") + (ask ? "/q/stage" : ""), kept);
    this.#box = box;
    this.#screen = undefined;
    this.#end = new AbortController();
    if (this.#own && !kept) later.programs.adopt(this.#mounted, this.#own, ask);
    this.#begin();
    later.keeper(box);
    this.#watch.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
    this.#root.replaceChildren(box);
    this.#look();
    EntryChecker.#shown.add(this);
    if (setting(this, "storage") === "ask" && !this.#own) this.#device();
    if (focused) setTimeout(() => this.focus());
  }

  /** Hands over what the page said of the person before there was a checker. */
  #begin() {
    const profile = this.#profile;
    this.#profile = undefined;
    if (profile === null || profile === undefined) return;
    try {
      this.#shared.later.programs.take(this.#mounted, profile);
    } catch (error) {
      this.#tell(error);
    }
  }

  async #device() {
    const [mounted, box, { signal }] = [this.#mounted, this.#box, this.#end];
    try {
      const { device } = await this.#shared.device();
      if (!signal.aborted) device(mounted, box, signal);
    } catch {
      console.warn("entry-checker: E_FETCH");
    }
  }

  /** Takes the checker off the page. What a person did is kept for as long as the element is. */
  #release() {
    this.#watch.disconnect();
    this.#end.abort();
    EntryChecker.#shown.delete(this);
    this.#kept = this.#mounted.release();
    this.#mounted = this.#box = undefined;
    this.#root.adoptedStyleSheets = [];
    this.#root.replaceChildren(document.createElement("slot"));
  }

  #forget() {
    if (this.#mounted) this.#release();
    this.#kept?.free();
    this.#kept = undefined;
  }

  /** Shows it as the attributes say. */
  #look() {
    this.#shared.speak(this.#mounted, language(this));
    const newTab = setting(this, "source-links") === "new-tab";
    this.#mounted.manner(setting(this, "heading-level"), newTab, setting(this, "share-base") ?? undefined);
    this.#box.ariaLabel = setting(this, "label") || this.#shared.label(this, this.#mounted.service());
    this.#box.dataset.hide = setting(this, "hide");
    this.#root.adoptedStyleSheets = [this.#shared.sheet(setting(this, "theme"), this.#root)];
    this.#shared.later.heedColours(this.#box);
  }

  /** Tells the page of a new screen, and of a result; of answers only where the page asks for them. */
  #changed() {
    this.#shared.later.nameParts(this.#box);
    const [from, to] = [this.#screen, this.#mounted.screen()];
    if (to === from) return;
    this.#screen = to;
    for (const slot of this.#box.querySelectorAll("slot")) slot.hidden = !SLOTS[slot.name].test(to);
    // The first screen is no step.
    if (from === undefined) return;
    this.#emit("step", { from: from || "start", to: to || "start" });
    const outcomes = this.#mounted.outcomes().map((one) => {
      const [route, outcome] = one.split(" ");
      return Object.freeze({ route, outcome });
    });
    if (outcomes.length === 0) return;
    const answers = setting(this, "expose-answers") ? { profile: this.profile } : {};
    this.#emit("result", { outcomes: Object.freeze(outcomes), ...answers });
  }

  /** `false` where the page does itself what was about to be done. */
  #emit(name, detail, cancelable = false) {
    const event = new CustomEvent(`${NAME}:${name}`, { bubbles: true, composed: true, cancelable, detail: Object.freeze(detail) });
    return this.dispatchEvent(event);
  }
}

reflect(EntryChecker.prototype);

// A page may load this twice, or two versions of it: the first stays.
if (customElements.get(NAME)) console.warn(`entry-checker: ${VERSION} came after another version`);
else customElements.define(NAME, EntryChecker);
