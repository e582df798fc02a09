// The checker in a frame of somebody else's page. What it tells that page goes through one port, and holds no answer.

import "../element/entry-checker.js";

const NAME = "entry-checker";
/** The version of what the two say to each other. */
const V = 1;
/** The height that a page is told of, in pixels, and how long it has to rest before, in milliseconds. */
const TALLEST = 20_000;
const REST = 60;

/** What a page may change of the looks, and to what: the colours of `styles/tokens.css` (`tests/node/scripts.test.mjs`). */
const COLOURS =
  /^--ec-color-(?:text|bg|surface|raised|muted|border|line|brand|brand-deep|on-brand|link|tint|focus|focus-text|error|met|met-tint|judge|judge-tint|notmet|notmet-tint)$/;
const COLOUR = /^(?:#(?:[\da-f]{3,4}){1,2}|(?:rgb|hsl)a?\([\d\s.,%/]{1,40}\))$/i;
const LENGTHS = /^--ec-(?:radius|space|max-width)$/;
const LENGTH = /^\d{1,4}(?:\.\d{1,4})?(?:px|em|rem)$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i;

const asked = new URLSearchParams(location.search);
const checker = /** @type {import("../../npm/entry-checker.js").EntryCheckerElement} */ (document.getElementById("checker"));
/** The page around, by the origin that the address of the frame names; any page where it names none. */
const named = asked.get("parent");
const host = named === null ? "*" : URL.canParse(named) && new URL(named).origin;
/** @type {MessagePort | undefined} */
let port;

for (const name of ["job-role", "lang", "theme", "heading-level"]) {
  const value = asked.get(name);
  if (value !== null) checker.setAttribute(name, value);
}

/** @type {(type: string, more?: object) => void} */
const say = (type, more) => port?.postMessage({ v: V, type, ...more });
// Nobody is greeted where the address names no origin.
const hello = () => parent.postMessage({ ns: NAME, v: V, type: "hello", versions: [V] }, /** @type {string} */ (host));

/** @type {Record<string, (message: { readonly [field: string]: unknown }) => void>} */
const hears = {
  theme({ tokens }) {
    for (const [name, value] of /** @type {[string, unknown][]} */ (Object.entries(tokens ?? {}))) {
      const form = COLOURS.test(name) ? COLOUR : LENGTHS.test(name) && LENGTH;
      if (form && typeof value === "string" && form.test(value)) checker.style.setProperty(name, value);
    }
  },
  lang({ lang }) {
    if (typeof lang === "string" && LANGUAGE.test(lang)) checker.lang = lang;
  },
  reset: () => checker.reset(),
};

/** @param {MessagePort} to */
function join(to) {
  port = to;
  port.onmessage = ({ data }) => {
    if (data?.v > V) say("hello", { versions: [V] });
    else if (Object.hasOwn(hears, data?.type)) hears[data.type]?.(data);
  };
  document.documentElement.classList.add("followed");
  measure();
}

/** @type {number | undefined} */
let told;
/** @type {number | undefined} */
let resting;
function measure() {
  resting = undefined;
  const height = Math.min(TALLEST, Math.max(1, Math.ceil(document.body.getBoundingClientRect().height)));
  if (!port || height === told) return;
  told = height;
  say("resize", { height });
}
function rest() {
  if (resting === undefined) resting = setTimeout(measure, REST);
}
new ResizeObserver(rest).observe(document.body);

checker.addEventListener("entry-checker:step", ({ detail }) => {
  say("step", { to: detail.to });
  say("focus-top");
});
checker.addEventListener("entry-checker:result", ({ detail }) => say("result", { outcomes: detail.outcomes }));
checker.addEventListener("entry-checker:error", ({ detail }) => say("error", { code: detail.code }));

// A page of somebody else's would not be shown in the frame, so the page around decides; by itself it gets a new tab.
checker.addEventListener("entry-checker:navigate", (event) => {
  const { url } = event.detail;
  if (!url.startsWith("https:")) return;
  event.preventDefault();
  if (port) say("navigate", { url });
  else open(url, "_blank", "noopener");
});

addEventListener("message", ({ data, origin, source, ports }) => {
  if (port || source !== parent || data?.ns !== NAME || (host !== "*" && origin !== host)) return;
  // A page that came later than this frame greets it, and one of a later version is told which there are.
  if (data.type === "hello" || data.v > V) hello();
  else if (data.type === "init" && ports.length === 1) join(/** @type {MessagePort} */ (ports[0]));
});

// An address that names no origin names no page to talk to.
if (parent !== window && host) hello();
