// What a page may set on an element: each attribute, what it may say, and what holds where it says nothing or something
// else. No attribute takes HTML, CSS or script.

/** @typedef {import("../../npm/entry-checker.js").EntryCheckerElement} Public */

/**
 * What each attribute says, which is what its property is.
 * @typedef {{
 *   "job-role": Public["jobRole"],
 *   "label": Public["label"],
 *   "theme": Public["theme"],
 *   "loading": Public["loading"],
 *   "heading-level": Public["headingLevel"],
 *   "start": Public["start"],
 *   "source-links": Public["sourceLinks"],
 *   "hide": Public["hide"],
 *   "share-base": Public["shareBase"],
 *   "storage": Public["storage"],
 *   "base": Public["base"],
 *   "pack-src": Public["packSrc"],
 *   "expose-answers": Public["exposeAnswers"],
 * }} Values
 */

/** @typedef {keyof Values} Name */

/**
 * The name of the property for an attribute: `headingLevel` for `heading-level`.
 * @template {string} Key
 * @typedef {Key extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Property<Rest>>}` : Key} Property
 */

/**
 * How an attribute is read: `undefined` is for what it may not say.
 * @template T
 * @typedef {{ readonly otherwise: T, readonly read: (said: string) => T | undefined }} Setting
 */

/**
 * One of some names; the first holds otherwise.
 * @template {string} Choice
 * @param {[Choice, ...Choice[]]} names
 * @returns {Setting<Choice>}
 */
const one = (...names) => ({ otherwise: names[0], read: (said) => names.find((name) => name === said) });
/**
 * Any words.
 * @type {Setting<string>}
 */
const words = { otherwise: "", read: (said) => said };
/**
 * An address, against that of the page.
 * @type {Setting<string | null>}
 */
const address = {
  otherwise: null,
  read: (said) => {
    const url = new URL(said, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  },
};
/**
 * An address where the page is, or where this script is: nobody is led elsewhere with their answers.
 * @type {Setting<string | null>}
 */
const ours = {
  otherwise: null,
  read: (said) => {
    const { origin, href } = new URL(said, document.baseURI);
    return [location.href, import.meta.url].some((here) => new URL(here).origin === origin) ? href.split(/[?#]/)[0] : undefined;
  },
};

/** @type {{ readonly [Key in Name]: Setting<Values[Key]> }} */
const SETTINGS = {
  "job-role": words,
  label: words,
  theme: one("auto", "light", "dark"),
  loading: one("lazy", "eager"),
  "heading-level": {
    otherwise: 2,
    read: (said) => (/^[2-5]$/.test(said) ? /** @type {Values["heading-level"]} */ (Number(said)) : undefined),
  },
  start: one("intro", "first-question"),
  "source-links": one("same-tab", "new-tab"),
  hide: { otherwise: "", read: (said) => (/^\s*((share|print|download)(\s+|$))*$/.test(said) ? said.trim() : undefined) },
  "share-base": ours,
  storage: one("none", "ask"),
  base: address,
  "pack-src": address,
  "expose-answers": { otherwise: false, read: () => true },
};

export const NAMES = /** @type {Name[]} */ (Object.keys(SETTINGS));

/**
 * @template {Name} Key
 * @param {Element} element
 * @param {Key} name
 */
function read(element, name) {
  const said = element.getAttribute(name);
  if (said === null) return undefined;
  try {
    return SETTINGS[name].read(said);
  } catch {
    // No address.
    return undefined;
  }
}

/**
 * What holds for an element.
 * @template {Name} Key
 * @param {Element} element
 * @param {Key} name
 */
export const setting = (element, name) => read(element, name) ?? SETTINGS[name].otherwise;

/**
 * Says once what is wrong with an attribute that was just set.
 * @param {Element} element
 * @param {string} name
 */
export function warn(element, name) {
  const said = element.getAttribute(name);
  if (said && name in SETTINGS && read(element, /** @type {Name} */ (name)) === undefined) {
    console.warn(`entry-checker: ${name}="${said.slice(0, 40)}" is not known; the default holds`);
  }
}

/**
 * Gives elements a property for each attribute: `headingLevel` for `heading-level`.
 * @param {Element} prototype
 */
export function reflect(prototype) {
  for (const name of NAMES) {
    Object.defineProperty(prototype, property(name), {
      configurable: true,
      enumerable: true,
      /** @this {Element} */
      get() {
        return setting(this, name);
      },
      /**
       * @this {Element}
       * @param {string | boolean | null | undefined} value
       */
      set(value) {
        if (value === null || value === undefined || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : value);
      },
    });
  }
}

/** @param {string} name */
export const property = (name) => name.replace(/-(\w)/g, (_, /** @type {string} */ letter) => letter.toUpperCase());

/**
 * The language that an element is to speak: that of the nearest `lang` around it, where there is a deck for it.
 * @param {Element} element
 */
export function language(element) {
  let said = "";
  /** @type {Node | null | undefined} */
  let one = element;
  for (; one && !said; one = one.parentNode ?? /** @type {ShadowRoot} */ (one).host) {
    said = /** @type {Element} */ (one).getAttribute?.("lang") ?? "";
  }
  const wanted = said.toLowerCase();
  /** @param {string} tag */
  const first = (tag) => tag.toLowerCase().split("-")[0];
  return LANGUAGES.find((tag) => tag.toLowerCase() === wanted) ?? LANGUAGES.find((tag) => first(tag) === first(wanted)) ?? LANGUAGES[0];
}
