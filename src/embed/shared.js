// What all checkers of a page share, fetched once from a folder: the wasm, the rules, the looks.

import { because, checker } from "./checker-wasm.js";
import { address, fetched, ours } from "./files.js";
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
  #checker;
  #rules;
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

  async #file(name) {
    try {
      const answer = await fetched(name, this.#base);
      if (answer.ok) return answer;
    } catch {
      // As with an answer that is none.
    }
    throw because("E_FETCH");
  }

  #text = async (name) => (await this.#file(name)).text();

  async #module(name) {
    try {
      return await (ours(this.#base) ? SCRIPTS[name]() : import(address(name, this.#base).href));
    } catch {
      throw because("E_FETCH");
    }
  }

  /** Fetches everything. What failed is tried again when the next checker asks. */
  load() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load() {
    const texts = ["catalogue.json", "sentences.json", "entry-checker.css"].map(this.#text);
    const [checks, wasm, session, catalogue, sentences, css] = await Promise.all([
      checker(() => this.stop(), this.#base),
      this.#file("checker-later.wasm").then((file) => file.arrayBuffer()),
      this.#module("session.js"),
      ...texts,
    ]);
    try {
      await checks.join(wasm);
    } catch {
      throw because("E_PACK");
    }
    this.#checker = checks;
    this.#session = session.Session;
    this.#rules = [catalogue, sentences];
    this.#css = css;
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
    this.#loading = this.#checker = undefined;
    for (const stopped of told) stopped();
  }

  /** A checker in its place, at an address of the checker's or where a person was before. */
  mount(address, kept, stopped) {
    const before = this.#alive(kept);
    const idle = this.#idle.pop();
    if (idle) idle.mounted.begin(address, before);
    const shown = idle ?? this.#new(address, before);
    this.#mounted.set(shown.mounted, stopped);
    return shown;
  }

  #new(address, before) {
    const place = document.createElement("div");
    const mounted = before ? this.#checker.mountAgain(place, before) : this.#checker.mount(place, address, false);
    if (mounted.share() || mounted.deliver(...this.#rules)) return { mounted, place };
    mounted.release();
    throw because("E_PACK");
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
    this.#alive(kept)?.free();
  }

  #alive(before) {
    return before?.program === this.#checker ? before?.kept : undefined;
  }

  /** Fetches the sentences of a language, but of the one that is built in. What cannot be had is not spoken. */
  async learn(language) {
    if (language === LANGUAGES[0] || this.#decks.has(language)) return;
    try {
      this.#decks.set(language, await this.#text(`sentences.${language}.json`));
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
