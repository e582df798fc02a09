// A checker that is shown in an element, from when it is put there until it is taken away. Nothing of it is fetched before
// there is a checker to show.

import { device } from "../shared/device.js";
import { codedError, codeOf, warnCode } from "../shared/errors.js";
import { keeper, plainText } from "../shared/export.js";
import { drawn, nextTurn } from "../shared/rendering.js";
import { room } from "../shared/safe-json.js";
import { language, setting } from "./attributes.js";
import { fallback, makeContainer, showSlots } from "./container.js";
import { heedColours } from "./contrast.js";
import { emit } from "./events.js";
import { evaluate, outcomes, profile, result, setCustomRole, setProfile } from "./host-api.js";
import { nameParts } from "./shadow-parts.js";

export { FirstView, isFirst } from "./first-view.js";

/** @typedef {import("../shared/checker.js").Mounted} Mounted */
/** @typedef {import("./first-view.js").FirstView} FirstScreens */
/** @typedef {import("./shared-program.js").SharedProgram} SharedProgram */

/** For the element. (What a module exports as a whole is made in a way that a page can break by what every object has.) */
const programs = { evaluate, profile, result, setProfile };

/** @param {Element} element */
const asksAtOnce = (element) => setting(element, "start") === "first-question";

/**
 * Where a checker begins in an element.
 * @param {Element} element
 */
export const begins = (element) => setting(element, "job-role") + (asksAtOnce(element) ? "/q/stage" : "");

export class Session {
  /**
   * What is shown now: what it looks like may depend on what the device prefers.
   * @type {Set<Session>}
   */
  static #shown = new Set();

  static {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => {
      for (const session of Session.#shown) session.look();
    });
  }

  /** @type {Element} */
  #element;
  /** @type {ShadowRoot} */
  #root;
  /** @type {SharedProgram} */
  #shared;
  /** @type {Mounted} */
  #mounted;
  /** @type {HTMLElement} */
  #place;
  /**
   * A role of the page's own, and whether it is to be taken up yet.
   * @type {object | string | undefined}
   */
  #own;
  #adopts = false;
  /**
   * The screen that was told of last.
   * @type {string | undefined}
   */
  #screen;
  /** Whether it goes on with what the element was given. */
  #isComplete = false;
  /** Ends what listens for as long as it is shown. */
  #end = new AbortController();
  #watch = new MutationObserver(() => this.#changed());
  /** @type {HTMLElement} */
  #box;
  /**
   * The last that is known of what the person holds: a fault of the checker does not take it away.
   * @type {ReturnType<typeof profile>}
   */
  last = null;

  /**
   * Shows a checker for what the person did before (`kept`), or for the role of the element, which may be one of the page's
   * own (`own`). It takes over from the first screens (`first`), where those are shown. `stopped` is called where the program
   * ends by a fault of its own.
   * @param {Element} element
   * @param {ShadowRoot} root
   * @param {SharedProgram} shared
   * @param {{
   *   kept: import("../shared/checker.js").Kept | undefined,
   *   own: object | string | undefined,
   *   first: FirstScreens | undefined,
   *   stopped: () => void,
   * }} given
   */
  constructor(element, root, shared, { kept, own, first, stopped }) {
    room();
    const { mounted, place } = shared.mount(first?.address ?? begins(element), kept, stopped);
    const box = first?.box ?? makeContainer(place);
    [this.#element, this.#root, this.#shared, this.#mounted, this.#place, this.#box] = [element, root, shared, mounted, place, box];
    [this.#own, this.#adopts] = [own, Boolean(own) && !kept];
    keeper(box);
    this.#watch.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
    if (box.parentNode !== root) root.replaceChildren(box);
    if (first) this.#takeOver(first);
    Session.#shown.add(this);
    this.look();
  }

  /**
   * Takes over from the first screens, once the checker has drawn itself. A person may have gone on meanwhile.
   * @param {import("./first-view.js").FirstView} first
   */
  async #takeOver(first) {
    let { address } = first;
    await drawn(this.#place, this.#end.signal);
    await first.settled();
    while (first.address !== address && !this.#end.signal.aborted) {
      address = first.address;
      this.#mounted.replaceState(address, undefined);
      await nextTurn();
      await first.settled();
    }
    if (this.#end.signal.aborted) return;
    first.takeOver(this.#place);
    // Nothing of it was in the region when it was drawn.
    nameParts(this.#box);
    this.look();
  }

  /** Takes up what the element was given for it: a role of its own, saving on the device. */
  complete() {
    if (this.#isComplete) return;
    this.#isComplete = true;
    if (this.#adopts) this.ask((mounted) => setCustomRole(mounted, this.#own, asksAtOnce(this.#element)));
    this.#heed((mounted) => (this.last = profile(mounted)));
    // Nobody else could read there what belongs to a role of the page's own.
    if (setting(this.#element, "storage") === "ask" && !this.#own) {
      device({ mounted: this.#mounted, root: this.#box, signal: this.#end.signal });
    }
  }

  /**
   * Asks the checker something. A fault of its own ends it, for all that share it.
   * @template T
   * @param {(mounted: Mounted, ask: typeof programs) => T} work
   */
  ask(work) {
    room();
    try {
      return work(this.#mounted, programs);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#shared.stop();
      throw codedError("E_PANIC");
    }
  }

  /**
   * The same for what nobody waits for: it is told of, and not thrown.
   * @param {(mounted: Mounted) => void} work
   */
  #heed(work) {
    try {
      this.ask(work);
    } catch (error) {
      const code = codeOf(error);
      if (code !== "E_PANIC") warnCode(code);
    }
  }

  /**
   * Where the focus goes.
   * @returns {HTMLElement | null}
   */
  get heading() {
    return this.#place.querySelector(".ec-h1");
  }

  /** What the screen says, as text. */
  text() {
    return plainText(/** @type {HTMLElement} */ (this.#place.querySelector(".ec-screen")));
  }

  /** Shows it as the attributes say. */
  look() {
    /** @type {<Name extends import("./attributes.js").Name>(name: Name) => import("./attributes.js").Values[Name]} */
    const set = (name) => setting(this.#element, name);
    this.#heed((mounted) => {
      this.#shared.speak(mounted, language(this.#element));
      const links = set("source-links") === "new-tab";
      mounted.setDisplayOptions(set("heading-level"), links, set("share-base") ?? undefined, set("expose-answers"));
      this.#box.ariaLabel = set("label") || this.#shared.label(this.#element, mounted.service());
    });
    this.#box.dataset.hide = set("hide");
    this.#root.adoptedStyleSheets = [this.#shared.sheet(set("theme"), this.#root)];
    heedColours(this.#box);
  }

  /** Takes the checker off the page, and gives what the person did. */
  release() {
    // Where it begins anew, another is put in its place.
    room(1500);
    this.leave();
    return this.#shared.release({ mounted: this.#mounted, place: this.#place });
  }

  /** Ends what goes on between the checker and the page, which gets back its own words. */
  leave() {
    Session.#shown.delete(this);
    this.#watch.disconnect();
    this.#end.abort();
    this.#root.adoptedStyleSheets = [];
    this.#root.replaceChildren(fallback());
  }

  /** Tells the page of a new screen, and of a result; of answers only where the page asks for them. */
  #changed() {
    nameParts(this.#box);
    this.#heed((mounted) => {
      const [from, to] = [this.#screen, mounted.screen()];
      if (to === from) return;
      this.#screen = to;
      showSlots(this.#box, /** @type {string} */ (to));
      this.last = profile(mounted);
      // The first screen is no step.
      if (from === undefined) return;
      const came = outcomes(mounted);
      const answers = setting(this.#element, "expose-answers") && this.last ? { profile: this.last } : {};
      emit(this.#element, "step", { from: from || "start", to: to || "start" });
      if (came.length > 0) emit(this.#element, "result", { outcomes: came, ...answers });
    });
  }
}
