// A checker that is shown in an element, from when it is put there until it is taken away. Nothing of it is fetched before
// there is a checker to show.

import { because } from "./because.js";
import { fallback, makeBox, showSlots } from "./box.js";
import { heedColours } from "./colours.js";
import { emit } from "./events.js";
import { room } from "./front-door.js";
import { keeper, plainText } from "./keep.js";
import { nameParts } from "./parts.js";
import { adopt, evaluate, outcomes, profile, result, take } from "./programs.js";
import { language, setting } from "./settings.js";

/** For the element. (What a module exports as a whole is made in a way that a page can break by what every object has.) */
const programs = { evaluate, profile, result, take };

const asksAtOnce = (element) => setting(element, "start") === "first-question";

export class Session {
  /** What is shown now: what it looks like may depend on what the device prefers. */
  static #shown = new Set();

  static {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => Session.#shown.forEach((session) => session.look()));
  }

  #element;
  #root;
  #shared;
  #mounted;
  #place;
  /** A role of the page's own, and whether it is to be taken up yet. */
  #own;
  #adopts;
  /** The screen that was told of last. */
  #screen;
  /** Whether it has the rules. */
  #whole = false;
  /** Ends what listens for as long as it is shown. */
  #end = new AbortController();
  #watch = new MutationObserver(() => this.#changed());
  #box;
  /** The last that is known of what the person holds: a fault of the checker does not take it away. */
  last = null;

  /**
   * Shows a checker for what the person did before (`kept`), or for the role of the element, which may be one of the page's
   * own (`own`). Until it is complete it asks its first question and no more. `stopped` is called where the program ends by
   * a fault of its own.
   */
  constructor(element, root, shared, { kept, own, stopped }) {
    room();
    const address = setting(element, "job-role") + (asksAtOnce(element) ? "/q/stage" : "");
    const { mounted, place } = shared.mount(address, kept, stopped);
    const box = makeBox(place);
    [this.#element, this.#root, this.#shared, this.#mounted, this.#place, this.#box] = [element, root, shared, mounted, place, box];
    [this.#own, this.#adopts] = [own, own && !kept];
    keeper(box);
    this.#watch.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
    root.replaceChildren(box);
    Session.#shown.add(this);
    this.look();
  }

  /** Goes on with the rules, which are there now: what asks for them was not to be called before. */
  complete() {
    if (this.#whole) return;
    this.#whole = true;
    if (this.#adopts) this.ask((mounted) => adopt(mounted, this.#own, asksAtOnce(this.#element)));
    this.#heed((mounted) => (this.last = profile(mounted)));
    // Nobody else could read there what belongs to a role of the page's own.
    if (setting(this.#element, "storage") === "ask" && !this.#own) this.#device();
  }

  /** Asks the checker something. A fault of its own ends it, for all that share it. */
  ask(work) {
    room();
    try {
      return work(this.#mounted, programs);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#shared.stop();
      throw because("E_PANIC");
    }
  }

  /** The same for what nobody waits for: it is told of, and not thrown. */
  #heed(work) {
    try {
      this.ask(work);
    } catch (error) {
      if (error.code !== "E_PANIC") console.warn(`entry-checker: ${error.code ?? "E_START"}`);
    }
  }

  /** Where the focus goes. */
  get heading() {
    return this.#box.querySelector(".ec-h1");
  }

  /** What the screen says, as text. */
  text() {
    return plainText(this.#box.querySelector(".ec-screen"));
  }

  /** Shows it as the attributes say. */
  look() {
    const set = (name) => setting(this.#element, name);
    this.#heed((mounted) => {
      this.#shared.speak(mounted, language(this.#element));
      const links = set("source-links") === "new-tab";
      mounted.manner(set("heading-level"), links, set("share-base") ?? undefined, set("expose-answers"));
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
    // A long screen comes part by part; it is told of when all of it is there.
    if (this.#place.querySelector(".ec--part")) return;
    nameParts(this.#box);
    this.#heed((mounted) => {
      const [from, to] = [this.#screen, mounted.screen()];
      // To wait for the rules is no screen.
      if (to === from || to === undefined) return;
      this.#screen = to;
      showSlots(this.#box, to);
      if (this.#whole) this.last = profile(mounted);
      // The first screen is no step.
      if (from === undefined) return;
      const came = this.#whole ? outcomes(mounted) : [];
      const answers = setting(this.#element, "expose-answers") ? { profile: this.last } : {};
      emit(this.#element, "step", { from: from || "start", to: to || "start" });
      if (came.length > 0) emit(this.#element, "result", { outcomes: came, ...answers });
    });
  }

  async #device() {
    const { signal } = this.#end;
    try {
      const { device } = await this.#shared.device();
      if (!signal.aborted) device({ mounted: this.#mounted, root: this.#box, signal });
    } catch {
      console.warn("entry-checker: E_FETCH");
    }
  }
}
