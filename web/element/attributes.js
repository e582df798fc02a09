// What a page may set on an element: each attribute, what it may say, and what holds where it says nothing or something
// else. No attribute takes HTML, CSS or script.

/** One of some names; the first holds otherwise. */
const one = (...names) => ({ otherwise: names[0], read: (said) => (names.includes(said) ? said : undefined) });
/** Any words. */
const words = { otherwise: "", read: (said) => said };
/** An address, against that of the page. */
const address = {
  otherwise: null,
  read: (said) => {
    const url = new URL(said, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  },
};
/** An address where the page is, or where this script is: nobody is led elsewhere with their answers. */
const ours = {
  otherwise: null,
  read: (said) => {
    const { origin, href } = new URL(said, document.baseURI);
    return [location.href, import.meta.url].some((here) => new URL(here).origin === origin) ? href.split(/[?#]/)[0] : undefined;
  },
};

const SETTINGS = {
  "job-role": words,
  label: words,
  theme: one("auto", "light", "dark"),
  loading: one("lazy", "eager"),
  "heading-level": { otherwise: 2, read: (said) => (/^[2-5]$/.test(said) ? Number(said) : undefined) },
  start: one("intro", "first-question"),
  "source-links": one("same-tab", "new-tab"),
  hide: { otherwise: "", read: (said) => (/^\s*((share|print|download)(\s+|$))*$/.test(said) ? said.trim() : undefined) },
  "share-base": ours,
  storage: one("none", "ask"),
  base: address,
  "pack-src": address,
  "expose-answers": { otherwise: false, read: () => true },
};

export const NAMES = Object.keys(SETTINGS);

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

/** What holds for an element. */
export const setting = (element, name) => read(element, name) ?? SETTINGS[name].otherwise;

/** Says once what is wrong with an attribute that was just set. */
export function warn(element, name) {
  const said = element.getAttribute(name);
  if (said && name in SETTINGS && read(element, name) === undefined) {
    console.warn(`entry-checker: ${name}="${said.slice(0, 40)}" is not known; the default holds`);
  }
}

/** Gives elements a property for each attribute: `headingLevel` for `heading-level`. */
export function reflect(prototype) {
  for (const name of NAMES) {
    Object.defineProperty(prototype, property(name), {
      configurable: true,
      enumerable: true,
      get() {
        return setting(this, name);
      },
      set(value) {
        if (value === null || value === undefined || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : value);
      },
    });
  }
}

export const property = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The language that an element is to speak: that of the nearest `lang` around it, where there is a deck for it. */
export function language(element) {
  let said = "";
  for (let one = element; one && !said; one = one.parentNode ?? one.host) said = one.getAttribute?.("lang") ?? "";
  const wanted = said.toLowerCase();
  const first = (tag) => tag.toLowerCase().split("-")[0];
  return LANGUAGES.find((tag) => tag.toLowerCase() === wanted) ?? LANGUAGES.find((tag) => first(tag) === first(wanted)) ?? LANGUAGES[0];
}
