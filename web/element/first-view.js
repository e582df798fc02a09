// The first screens in an element, until the program takes over. They are built node by node from a description, since a page may
// allow no HTML from text. The build gives the description, FIRST_SCREENS.

import { plainText } from "../shared/export.js";
import { FirstScreens } from "../shared/first-screens.js";
import { hasSaved } from "../shared/saved-record.js";
import { language, setting } from "./attributes.js";
import { makeContainer, showSlots } from "./container.js";
import { heedColours } from "./contrast.js";
import { emit } from "./events.js";
import { nameParts } from "./shadow-parts.js";

/** @typedef {import("./shared-program.js").SharedProgram} SharedProgram */

/** The level of a screen's heading in the description. */
const LEVEL = 2;

/**
 * Whether the first screens hold for an element as they were built: in English, with links that stay in the tab, for a role of
 * ours, and for a page that is told no answers. Where answers are saved on the device, the element waits for the program: it
 * says so above the content of these screens, which would move what a person is about to press.
 * @param {Element} element
 */
export const isFirst = (element) =>
  language(element) === LANGUAGES[0] &&
  setting(element, "source-links") === "same-tab" &&
  !setting(element, "expose-answers") &&
  !(setting(element, "storage") === "ask" && hasSaved());

/**
 * Builds a node from its description: text, or `[name, attributes, ...children]`.
 * @param {NodeDescription} description
 * @param {number} level
 */
function node(description, level) {
  if (typeof description === "string") return document.createTextNode(description);
  const [name, attributes, ...children] = description;
  const shifted = name.replace(/^h(\d)$/, (_, /** @type {string} */ number) => `h${Math.min(6, Number(number) - LEVEL + level)}`);
  const made = document.createElement(shifted);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key] ?? "");
  for (const child of children) made.append(node(child, level));
  return made;
}

export class FirstView {
  /** @type {Element} */
  #element;
  /** @type {ShadowRoot} */
  #root;
  /** @type {SharedProgram} */
  #shared;
  /** @type {HTMLElement} */
  #box;
  #screens;

  /**
   * Shows the first screens in an element, from an address of the checker's.
   * @param {Element} element
   * @param {ShadowRoot} root
   * @param {SharedProgram} shared
   * @param {string} address
   */
  constructor(element, root, shared, address) {
    const { screens, waiting, service } = FIRST_SCREENS;
    const container = document.createElement("div");
    for (const one of screens) container.append(node(one, setting(element, "heading-level")));
    [this.#element, this.#root, this.#shared, this.#box] = [element, root, shared, makeContainer(container)];
    this.#screens = new FirstScreens(container, address, waiting, (from, to) => this.#moved(from, to));
    this.#box.ariaLabel = setting(element, "label") || shared.label(element, service);
    nameParts(this.#box);
    showSlots(this.#box, slug(this.#screens.address));
    this.look();
  }

  /** Shows it, with the looks that the attributes name. */
  look() {
    this.#root.adoptedStyleSheets = [this.#shared.sheet(setting(this.#element, "theme"), this.#root)];
    this.#root.replaceChildren(this.#box);
    heedColours(this.#box);
  }

  /** The address of the screen that is shown. */
  get address() {
    return this.#screens.address;
  }

  /**
   * Where the focus goes.
   * @returns {HTMLElement | null}
   */
  get heading() {
    return this.#box.querySelector(":not([hidden]) > .ec-screen .ec-h1");
  }

  /** What the screen says, as text. */
  text() {
    return plainText(/** @type {HTMLElement} */ (this.#box.querySelector(":not([hidden]) > .ec-screen")));
  }

  settled = () => this.#screens.settled();

  /** The region that holds them, in which the program goes on. */
  get box() {
    return this.#box;
  }

  /**
   * Puts the place of the program where the screens are.
   * @param {HTMLElement} place
   */
  takeOver = (place) => this.#screens.takeOver(place);

  /**
   * @param {string} from
   * @param {string} to
   */
  #moved(from, to) {
    showSlots(this.#box, slug(to));
    emit(this.#element, "step", { from: slug(from) || "start", to: slug(to) || "start" });
  }
}

/**
 * The part of an address after the role.
 * @param {string} address
 */
const slug = (address) => address.split("/").slice(1).join("/");
