// What all checkers of a page share, fetched once from a folder: first the wasm that asks the first question, and the looks;
// after that the rules, with the wasm that works with them.

import { because } from "./because.js";
import { checker } from "./checker-wasm.js";
import { address, fetched, ours } from "./files.js";
import { imported } from "./held.js";
import { sheet } from "./looks.js";

/** Our own scripts, as bundlers look for them. */
const SCRIPTS = { "device.js": () => import("./device.js"), "session.js": () => import("./session.js") };

/** The folder that this script came from, and each that an element names instead. */
const folders = new Map();

export function shared(base = import.meta.url) {
  if (!folders.has(base)) folders.set(base, new Shared(base));
  return folders.get(base);
}

class Shared {
  #base;
  #loading;
  #coming;
  #checker;
  /** Whether the rules are there. */
  whole = false;
  #css;
  /** What shows a checker in an element. */
  #session;
  #decks = new Map();
  /** Whom to tell where the program ends by a fault of its own: what is mounted, and what its element does. */
  #mounted = new Map();
  /** Checkers that are nobody's now, each in its place. */
  #idle = [];
  #numbers = new WeakMap();
  #named = 0;

  constructor(base) {
    this.#base = base;
  }

  /** A file, whole. */
  async #file(name, as = "text") {
    try {
      const answer = await fetched(name, this.#base);
      if (answer.ok) return await answer[as]();
    } catch {
      // As with an answer that is none.
    }
    throw because("E_FETCH");
  }

  async #module(name) {
    try {
      return await imported(name, address(name, this.#base).href, ours(this.#base) ? SCRIPTS[name] : undefined);
    } catch {
      throw because("E_FETCH");
    }
  }

  /** Fetches what asks the first question. What failed is tried again when the next checker asks. */
  load() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load() {
    const [checks, session, css] = await Promise.all([
      checker(() => this.stop(), this.#base),
      this.#module("session.js"),
      this.#file("entry-checker.css"),
    ]);
    this.#checker = checks;
    this.#session = session.Session;
    this.#css = css;
  }

  /** Fetches the rest, which on a slow line would hold up the first question, and hands it to all checkers that there are. */
  rules() {
    this.#coming ??= this.#rules().catch((error) => {
      this.#coming = undefined;
      throw error;
    });
    return this.#coming;
  }

  async #rules() {
    await this.load();
    const program = this.#checker;
    const [wasm, ...texts] = await Promise.all([
      this.#file("checker-later.wasm", "arrayBuffer"),
      this.#file("catalogue.json"),
      this.#file("sentences.json"),
    ]);
    const fits = await program.join(wasm).then(
      () => program.deliver(...texts),
      () => false,
    );
    if (program !== this.#checker) throw because("E_PANIC");
    if (!fits) throw because("E_PACK");
    this.whole = true;
    for (const mounted of this.#mounted.keys()) mounted.share();
  }

  /** The pack of a role, from an address of the page's; nothing where it has none. */
  pack = async (url) => {
    if (url === null) return undefined;
    const answer = await fetch(url).catch(() => undefined);
    if (!answer?.ok) throw because("E_FETCH");
    return answer.text();
  };

  get Session() {
    return this.#session;
  }

  /** Nothing of a program that stopped is used again. Who starts after that has another one. */
  stop() {
    const told = [...this.#mounted.values()];
    this.#mounted.clear();
    this.#idle = [];
    this.#decks.clear();
    this.#loading = this.#coming = this.#checker = undefined;
    this.whole = false;
    for (const stopped of told) stopped();
  }

  /** A checker in its place, at an address of the checker's or where a person was before. */
  mount(address, before, stopped) {
    const idle = this.#idle.pop();
    if (idle) idle.mounted.begin(address, before);
    const shown = idle ?? this.#new(address, before);
    shown.mounted.share();
    this.#mounted.set(shown.mounted, stopped);
    return shown;
  }

  #new(address, before) {
    const place = document.createElement("div");
    const mounted = before ? this.#checker.mountAgain(place, before) : this.#checker.mount(place, address, false);
    return { mounted, place };
  }

  /** Takes it off the page, and gives what a person did. It is kept in the program, and ends with it. */
  release({ mounted, place }) {
    const program = this.#checker;
    this.#mounted.delete(mounted);
    place.remove();
    // A moment later there is nothing of this person in it any more.
    setTimeout(() => program === this.#checker && this.#idle.push({ mounted, place }));
    return { program, kept: mounted.park() };
  }

  /** Forgets what a person did. */
  forget(kept) {
    this.alive(kept)?.free();
  }

  /** What a person did, where the program is still there that knows. */
  alive(kept) {
    return kept?.program === this.#checker ? kept?.kept : undefined;
  }

  /** Fetches the sentences of a language, but of the one that is built in. What cannot be had is not spoken. */
  async learn(language) {
    if (language === LANGUAGES[0] || this.#decks.has(language)) return;
    try {
      this.#decks.set(language, await this.#file(`sentences.${language}.json`));
    } catch {
      console.warn("entry-checker: E_FETCH");
    }
  }

  /** Has a checker speak a language that was fetched. All checkers of the page learn it with the first. */
  speak(mounted, language) {
    const deck = this.#decks.get(language);
    if (deck) mounted.learn(deck);
    this.#decks.set(language, "");
    if (!mounted.speak(language)) mounted.speak(LANGUAGES[0]);
  }

  /** What an element calls itself; the second of a page that has no name of its own has a number. */
  label(element, name) {
    if (!this.#numbers.has(element)) this.#numbers.set(element, ++this.#named);
    const number = this.#numbers.get(element);
    return number === 1 ? name : `${name} ${number}`;
  }

  /** Where what can be saved on the device is asked for. */
  device = () => this.#module("device.js");

  sheet = (theme, root) => sheet(this.#css, theme, root);
}
