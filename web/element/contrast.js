// The colours that a page gives to a checker, held against each other: where what is drawn cannot be told from what it is
// drawn on, both go back to our own.

/** What is drawn, on what, and how much they differ at least: the same as in `styles/tokens.css` (`tests/node/scripts.test.mjs`). */
export const PAIRS = /** @type {[least: number, drawn: string, grounds: string][]} */ ([
  [4.5, "text", "bg surface raised tint"],
  [4.5, "muted", "bg surface raised"],
  [4.5, "link", "bg surface raised tint"],
  [4.5, "on-brand", "brand brand-deep"],
  [4.5, "error", "bg surface"],
  [4.5, "met", "met-tint surface bg"],
  [4.5, "judge", "judge-tint surface bg"],
  [4.5, "notmet", "notmet-tint surface bg"],
  [4.5, "muted", "raised surface bg"],
  [4.5, "focus-text", "focus"],
  [3, "border", "bg surface raised"],
  [3, "brand", "bg surface raised tint"],
  [3, "error", "bg surface"],
  [3, "text", "bg surface raised tint"],
]).flatMap(([least, drawn, grounds]) => grounds.split(" ").map((ground) => /** @type {const} */ ([least, drawn, ground])));

const NAMES = [...new Set(PAIRS.flatMap(([, drawn, ground]) => [drawn, ground]))];

/**
 * What was said last of each region.
 * @type {WeakMap<Element, string>}
 */
const warned = new WeakMap();

/**
 * Gives up the colours of a page that cannot be told apart, and says once which.
 * @param {HTMLElement} box
 */
export function heedColours(box) {
  for (const name of NAMES) box.style.removeProperty(`--ec-color-${name}`);
  const looks = getComputedStyle(box);
  const given = new Set(NAMES.filter((name) => looks.getPropertyValue(`--ec-color-${name}`).trim()));
  if (given.size === 0) return;
  const probe = box.appendChild(document.createElement("div"));
  const bad = [];
  /** @param {string} name */
  const lightness = (name) => {
    probe.style.color = "";
    // Whatever the colour is written in, mixed with nothing else it comes out in sRGB.
    probe.style.color = `color-mix(in srgb, ${looks.getPropertyValue(`--_color-${name}`)}, transparent 0%)`;
    return probe.style.color ? luminance(getComputedStyle(probe).color) : NaN;
  };
  // What is given up may be too near to what is left: so until nothing is.
  for (let found = true; found; ) {
    found = false;
    for (const [least, drawn, ground] of PAIRS) {
      const ours = [drawn, ground].filter((name) => given.has(name));
      if (ours.length === 0 || contrast(lightness(drawn), lightness(ground)) >= least) continue;
      bad.push(`${drawn} on ${ground}`);
      for (const name of ours) {
        given.delete(name);
        // So that the token takes what it falls back to.
        box.style.setProperty(`--ec-color-${name}`, "initial");
      }
      found = true;
    }
  }
  probe.remove();
  const said = bad.join(", ");
  // The looks are held against each other again and again.
  if (said !== "" && warned.get(box) !== said) {
    console.warn(`entry-checker: colours that are too near each other are not used: ${said}`);
  }
  warned.set(box, said);
}

/** @type {(one: number, other: number) => number} */
const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/**
 * How light a colour is, as WCAG 2 reckons it; not a number for one that is seen through.
 * @param {string} colour
 */
function luminance(colour) {
  const [r = NaN, g = NaN, b = NaN, alpha = 1] = colour.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  if (alpha < 1) return NaN;
  /** @param {number} part */
  const linear = (part) => {
    const value = colour.startsWith("color(") ? part : part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
