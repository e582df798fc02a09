// What all checkers of a page share, fetched once from a folder: what their first screens need, and the program.

import { codedError, warnCode } from "../shared/errors.js";
import { address, fetched, isOurs } from "../shared/files.js";
import { imported } from "../shared/integrity.js";
import { startProgram } from "../shared/program.js";
import { sheet } from "./shadow-styles.js";

/** @typedef {import("../shared/checker.js").Kept} Kept */
/** @typedef {import("../shared/checker.js").Mounted} Mounted */
/** @typedef {import("../shared/program.js").Program} Program */

/**
 * A checker that is mounted, and the place where it is drawn.
 * @typedef {{ readonly mounted: Mounted, readonly place: HTMLElement }} Shown
 */

/**
 * What a person did in a checker that was taken off the page, and the program that it is in.
 * @typedef {{ readonly program: Program | undefined, readonly kept: Kept | undefined }} Left
 */

/**
 * The folder that this script came from, and each that an element names instead.
 * @type {Map<string, SharedProgram>}
 */
const folders = new Map();

/** What is shared by the checkers of a folder. */
export function sharedProgram(base = import.meta.url) {
  const shared = folders.get(base) ?? new SharedProgram(base);
  folders.set(base, shared);
  return shared;
}

export class SharedProgram {
  #base;
  /**
   * What is being fetched or was fetched. What failed is tried again when the next checker asks.
   * @type {Promise<void> | undefined}
   */
  #loading;
  /** @type {Promise<void> | undefined} */
  #starting;
  /** @type {Program | undefined} */
  #program;
  #css = "";
  /**
   * The module that shows a checker in an element.
   * @type {SeparateModules["session.js"] | undefined}
   */
  #session;
  /** @type {Map<string, string>} */
  #decks = new Map();
  /**
   * Whom to tell where the program ends by a fault of its own: what is mounted, and what its element does.
   * @type {Map<Mounted, () => void>}
   */
  #mounted = new Map();
  /**
   * Checkers that are nobody's now, each in its place.
   * @type {Shown[]}
   */
  #idle = [];
  /** @type {WeakMap<Element, number>} */
  #numbers = new WeakMap();
  #named = 0;

  /** @param {string} base */
  constructor(base) {
    this.#base = base;
  }

  /**
   * Fetches a file, whole.
   * @param {string} name
   */
  async #file(name) {
    try {
      const answer = await fetched(name, this.#base);
      if (answer.ok) return await answer.text();
    } catch {
      // As with an answer that is none.
    }
    throw codedError("E_FETCH");
  }

  async #module() {
    const name = "session.js";
    try {
      // Bundlers look for the name.
      return await imported(name, address(name, this.#base).href, isOurs(this.#base) ? () => import("./session.js") : undefined);
    } catch {
      throw codedError("E_FETCH");
    }
  }

  /** Fetches what the first screens need. */
  load() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load() {
    [this.#session, this.#css] = await Promise.all([this.#module(), this.#file("entry-checker.css")]);
  }

  /** Starts the program. */
  start() {
    this.#starting ??= this.#start().catch((error) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  async #start() {
    const [program] = await Promise.all([startProgram(this.#base, () => this.stop()), this.load()]);
    this.#program = program;
  }

  /** Whether the program is there. */
  get isReady() {
    return this.#program !== undefined;
  }

  /** What shows the first screens, and what shows a checker. */
  get session() {
    return this.#session;
  }

  /**
   * The pack of a role, from an address of the page's; nothing where it has none.
   * @param {string | null} url
   */
  pack = async (url) => {
    if (url === null) return undefined;
    const answer = await fetch(url).catch(() => undefined);
    if (!answer?.ok) throw codedError("E_FETCH");
    return answer.text();
  };

  /** Nothing of a program that stopped is used again. Who starts after that has another one. */
  stop() {
    const told = [...this.#mounted.values()];
    this.#mounted.clear();
    this.#idle = [];
    this.#decks.clear();
    this.#starting = this.#program = undefined;
    for (const stopped of told) stopped();
  }

  /**
   * Mounts a checker in a place of its own, at an address of the checker's or where a person was before.
   * @param {string} address
   * @param {Kept | undefined} before
   * @param {() => void} stopped
   * @returns {Shown}
   */
  mount(address, before, stopped) {
    const idle = this.#idle.pop();
    if (idle) idle.mounted.replaceState(address, before);
    const shown = idle ?? this.#new(address, before);
    this.#mounted.set(shown.mounted, stopped);
    return shown;
  }

  /**
   * @param {string} address
   * @param {Kept | undefined} before
   */
  #new(address, before) {
    const place = document.createElement("div");
    const program = /** @type {Program} */ (this.#program);
    const mounted = before ? program.mountAgain(place, before) : program.mount(place, address, false);
    return { mounted, place };
  }

  /**
   * Takes it off the page, and gives what a person did. It is kept in the program, and ends with it.
   * @param {Shown} shown
   * @returns {Left}
   */
  release({ mounted, place }) {
    const program = this.#program;
    this.#mounted.delete(mounted);
    place.remove();
    // A moment later there is nothing of this person in it any more.
    setTimeout(() => program === this.#program && this.#idle.push({ mounted, place }));
    return { program, kept: mounted.detachState() };
  }

  /**
   * Forgets what a person did.
   * @param {Left | undefined} kept
   */
  forget(kept) {
    this.alive(kept)?.free();
  }

  /**
   * What a person did, where the program is still there that knows.
   * @param {Left | undefined} kept
   */
  alive(kept) {
    return kept?.program === this.#program ? kept?.kept : undefined;
  }

  /**
   * Fetches the sentences of a language, but of the one that is built in. What cannot be had is not spoken.
   * @param {string} language
   */
  async learn(language) {
    if (language === LANGUAGES[0] || this.#decks.has(language)) return;
    try {
      this.#decks.set(language, await this.#file(`sentences.${language}.json`));
    } catch {
      warnCode("E_FETCH");
    }
  }

  /**
   * Has a checker speak a language that was fetched. All checkers of the page learn it with the first.
   * @param {Mounted} mounted
   * @param {string} language
   */
  speak(mounted, language) {
    const deck = this.#decks.get(language);
    if (deck) mounted.learn(deck);
    this.#decks.set(language, "");
    if (!mounted.speak(language)) mounted.speak(LANGUAGES[0]);
  }

  /**
   * What an element calls itself; the second of a page that has no name of its own has a number.
   * @param {Element} element
   * @param {string} name
   */
  label(element, name) {
    if (!this.#numbers.has(element)) this.#numbers.set(element, ++this.#named);
    const number = this.#numbers.get(element);
    return number === 1 ? name : `${name} ${number}`;
  }

  /** @type {(theme: import("./attributes.js").Values["theme"], root: ShadowRoot) => CSSStyleSheet} */
  sheet = (theme, root) => sheet(this.#css, theme, root);
}
