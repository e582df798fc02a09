// The checker as an element of somebody else's page:
//
//   <entry-checker job-role="audiology">What stands here until the checker is ready, and where it cannot be.</entry-checker>
//
// It keeps to itself: an open shadow root, no address, no title, no storage but where it is asked for, no global but its
// entry in the registry.

import { codedError } from "../shared/errors.js";
import { withTimeout } from "../shared/timeout.js";
import { language, NAMES, property, reflect, setting, warn } from "./attributes.js";
import { fallback } from "./container.js";
import { emit, leads, quiet, tell } from "./events.js";
import { sharedProgram } from "./shared-program.js";

/** @typedef {import("../../npm/entry-checker.js").EntryCheckerElement} Public */
/** @typedef {import("../../npm/entry-checker.js").Profile} Profile */
/** @typedef {import("./shared-program.js").SharedProgram} SharedProgram */

const NAME = "entry-checker";
/** How near to what is seen an element has to come before anything is fetched for it. */
const NEAR = "400px";
/** What changes the checker itself: it begins anew. */
const ANEW = ["job-role", "pack-src", "base"];

/** @implements {Omit<Public, keyof HTMLElement | import("./attributes.js").Property<import("./attributes.js").Name>>} */
class EntryChecker extends HTMLElement {
  static observedAttributes = [...NAMES, "lang"];

  static #near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) /** @type {EntryChecker} */ (target).#load();
    },
    { rootMargin: NEAR },
  );

  #root = this.attachShadow({ mode: "open" });
  /** @type {Public["state"]} */
  #state = "idle";
  /**
   * What its files are shared by.
   * @type {SharedProgram | undefined}
   */
  #shared;
  /**
   * The checker, while it is on the page; what a person did, while it is not.
   * @type {import("./session.js").Session | undefined}
   */
  #session;
  /** @type {import("./shared-program.js").Left | undefined} */
  #kept;
  /**
   * The first screens, until the program takes over from them.
   * @type {import("./first-view.js").FirstView | undefined}
   */
  #first;
  /**
   * A role of the page's own: as it was given, and as it was found to be.
   * @type {object | string | undefined}
   */
  #pack;
  /** @type {object | string | undefined} */
  #own;
  /** Whether what it is about has changed since it was shown. */
  #anew = false;
  /**
   * What the page says that the person holds, to be handed over once; and the last that a program knew before it stopped.
   * @type {Profile | string | undefined}
   */
  #profile;
  /** @type {Profile | null} */
  #last = null;
  /** Each start counts; of several that are under way the last one holds. */
  #turn = 0;
  /** @type {() => void} */
  #settle = () => {};
  /** @type {Promise<void>} */
  #ready = new Promise((resolve) => {
    this.#settle = resolve;
  });

  constructor() {
    super();
    this.#root.append(fallback());
    for (const kind of ["keydown", "keypress", "keyup"]) this.#root.addEventListener(kind, quiet);
    this.#root.addEventListener("click", (event) => leads(event, (url) => emit(this, "navigate", { url }, true)));
  }

  get version() {
    return VERSION;
  }

  /** The checker, once it can be asked for more than its first question. */
  get #asked() {
    return this.#state === "ready" ? this.#session : undefined;
  }

  /** The version of the rules of its role. */
  get rulesVersion() {
    return this.#asked?.ask((mounted) => mounted.rulesVersion());
  }

  /** `idle`, `loading` until the rules are there, `ready`, or `fallback` where the words inside the element stay. */
  get state() {
    return this.#state;
  }

  /** Fulfilled when it is ready, or has given up; never rejected. */
  get ready() {
    return this.#ready;
  }

  /**
   * What the person holds, as far as they have said. Set, it stands in the place of what they said.
   * @returns {Profile | null}
   */
  get profile() {
    return this.#asked?.ask((mounted, { profile }) => profile(mounted)) ?? this.#last;
  }

  /** @param {Profile | string | null | undefined} value */
  set profile(value) {
    this.#profile = value ?? undefined;
    if (this.#profile === undefined) this.reset();
    else if (this.#asked && !this.#anew) this.#take();
    else if (this.#state === "fallback") this.#load();
  }

  /** The report for it, where the checker is about one role. */
  get result() {
    return this.#asked?.ask((mounted, { result }) => result(mounted)) ?? null;
  }

  /**
   * A role of the page's own, as a pack.
   * @returns {object | string | null}
   */
  get pack() {
    return this.#pack ?? null;
  }

  set pack(value) {
    this.#pack = value ?? undefined;
    this.#renew();
  }

  /**
   * The report for another profile. Nothing is shown or kept.
   * @param {Profile | string} profile
   */
  evaluate(profile) {
    if (!this.#asked) throw codedError("E_NOT_READY", "wait for ready first");
    return this.#asked.ask((mounted, { evaluate }) => evaluate(mounted, profile));
  }

  /** Forgets all answers and begins anew; where it had given up, it tries again. */
  reset() {
    const shown = this.#session;
    this.#leaveFirst();
    this.#forget();
    if (this.#state === "fallback") this.#load();
    else if (shown && this.isConnected) this.#show();
  }

  /**
   * Goes to the heading of the screen.
   * @override
   * @param {FocusOptions} [options]
   */
  focus(options) {
    (this.#session ?? this.#first)?.heading?.focus(options);
  }

  /** Prints the page that it is on. */
  print() {
    window.print();
  }

  /** A link to the answers on a page of ours: see `share-base`. */
  shareUrl() {
    return this.#asked?.ask((mounted) => mounted.shareLink()) ?? null;
  }

  /** What the screen says, as text. */
  toText() {
    return (this.#session ?? this.#first)?.text() ?? "";
  }

  connectedCallback() {
    takeOver(this);
    // Moved within the page.
    if (this.#session) return;
    if (this.#state === "ready" && this.#shared?.isReady) this.#show();
    else if (setting(this, "loading") === "eager") this.#load();
    else EntryChecker.#near.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      EntryChecker.#near.unobserve(this);
      this.#leave();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    warn(this, name);
    if (ANEW.includes(name)) {
      this.#renew();
    } else if (name === "lang") {
      this.#shared?.learn(language(this)).then(() => this.#session?.look());
    } else {
      (this.#session ?? this.#first)?.look();
    }
  }

  #renew() {
    this.#anew = true;
    this.#leaveFirst();
    if (this.#state !== "idle") this.#load();
  }

  async #load() {
    EntryChecker.#near.unobserve(this);
    const turn = ++this.#turn;
    const files = sharedProgram(setting(this, "base") ?? undefined);
    this.#shared = files;
    const late = () => turn === this.#turn && this.#fail(codedError("E_TIMEOUT"));
    if (!this.#session) this.#state = "loading";
    try {
      this.#showFirst(files, () => turn === this.#turn);
      const pack = this.#pack ?? files.pack(setting(this, "pack-src"));
      const [own] = await withTimeout(Promise.all([pack, files.start(), files.learn(language(this))]), late);
      await this.#first?.settled();
      if (turn !== this.#turn) return;
      this.#start(own);
      this.#complete();
      // The checker draws itself a moment later.
      await new Promise((resolve) => setTimeout(resolve));
      if (turn !== this.#turn) return;
      this.#state = this.#session ? "ready" : "idle";
      if (!this.#session) return;
      // The page may have said something since.
      this.#complete();
      emit(this, "ready", { version: VERSION, rulesVersion: this.rulesVersion, mode: "wasm" });
      this.#settle();
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /**
   * Gives way to the words that the page has inside the element. Who was at work in the checker goes on from their link.
   * @param {unknown} error
   */
  #fail(error, leave = () => this.#leave()) {
    const inside = this.#root.activeElement;
    leave();
    /** @type {HTMLElement | null} */
    const link = this.querySelector("a[href]");
    if (inside) link?.focus();
    this.#state = "fallback";
    tell(this, error);
    this.#settle();
  }

  /**
   * Shows what it is about now, where it is not shown yet.
   * @param {object | string | undefined} own
   */
  #start(own) {
    if (this.#anew) this.#forget();
    this.#own = own;
    if (!this.#session && this.isConnected) this.#show();
    this.#anew = false;
  }

  /**
   * Shows the first screens as soon as they are there. Only the program can take up a role of the page's own, or answers.
   * @param {SharedProgram} files
   * @param {() => boolean} isLast
   */
  async #showFirst(files, isLast) {
    if (this.#first) return this.#first.look();
    const isOwn = this.#pack !== undefined || setting(this, "pack-src") !== null;
    if (this.#session || isOwn || this.#profile !== undefined || files.alive(this.#kept)) return;
    // Where they cannot be had, the program cannot be had either.
    await files.load().catch(() => {});
    const { session } = files;
    if (!isLast() || this.#state !== "loading" || this.#session || !this.isConnected || !session?.isFirst(this)) return;
    const focused = this.#hasFocus();
    this.#first = new session.FirstView(this, this.#root, files, session.begins(this));
    if (focused) this.#first.heading?.focus();
  }

  /** Whether the focus is on the element, or on the words inside it. */
  #hasFocus() {
    return this.contains(/** @type {Document | ShadowRoot} */ (this.getRootNode()).activeElement);
  }

  #show() {
    // Who was at work in the words that give way goes on from the heading; who was not is left where they are.
    const focused = this.#hasFocus();
    const shared = /** @type {SharedProgram} */ (this.#shared);
    const kept = shared.alive(this.#kept);
    this.#kept = undefined;
    const stopped = () => this.#stopped();
    const first = kept ? undefined : this.#first;
    this.#first = undefined;
    const { Session } = /** @type {SeparateModules["session.js"]} */ (shared.session);
    this.#session = new Session(this, this.#root, shared, { kept, own: this.#own, first, stopped });
    this.#complete();
    if (focused) setTimeout(() => this.focus());
  }

  /** Has it go on with the rules, and with what the page said of the person before there was a checker to hear it. */
  #complete() {
    if (!this.#session) return;
    this.#session.complete();
    try {
      this.#take();
    } catch (error) {
      tell(this, error);
    }
  }

  /** Who is at work in the checker goes on from the heading. */
  #take() {
    const profile = this.#profile;
    this.#profile = undefined;
    if (profile === undefined) return;
    const inside = this.#root.activeElement;
    this.#session?.ask((mounted, { setProfile }) => setProfile(mounted, profile));
    if (inside) setTimeout(() => this.focus());
  }

  /** Takes the checker off the page. What a person did is kept for as long as the element is. */
  #release() {
    if (!this.#session) return;
    this.#kept = this.#session.release();
    this.#session = undefined;
  }

  /** The program has stopped: it is not called any more. */
  #stopped() {
    this.#turn += 1;
    this.#fail(codedError("E_PANIC"), () => {
      this.#last = this.#session?.last ?? null;
      this.#session?.leave();
      this.#session = undefined;
    });
  }

  /** Takes the first screens off the page. They are kept, with what a person did there. */
  #hideFirst() {
    if (this.#first) this.#root.replaceChildren(fallback());
  }

  /** Gives up the first screens, and what a person did there. */
  #leaveFirst() {
    this.#hideFirst();
    this.#first = undefined;
  }

  /** Takes off the page whatever is shown. */
  #leave() {
    this.#hideFirst();
    this.#release();
  }

  #forget() {
    this.#release();
    this.#shared?.forget(this.#kept);
    this.#kept = undefined;
    this.#last = null;
  }
}

/**
 * Sets anew what a framework set before there was this class: it would hide the accessors.
 * @param {object} element
 */
function takeOver(element) {
  const own = /** @type {Record<string, unknown>} */ (element);
  for (const name of ["profile", "pack", ...NAMES.map(property)]) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}

reflect(EntryChecker.prototype);

// A page may load this twice, or two versions of it: the first stays.
if (customElements.get(NAME)) console.warn(`entry-checker: ${VERSION} came after another version`);
else customElements.define(NAME, EntryChecker);
