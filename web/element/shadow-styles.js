// The style sheet of our own page, made into one for a shadow root on somebody else's page.

/** @type {Map<string, CSSStyleSheet>} */
const THEMES = new Map();

/**
 * The sheet for a theme: `light`, `dark`, or what the device prefers.
 * @param {string} css
 * @param {import("./attributes.js").Values["theme"]} theme
 * @param {ShadowRoot} root
 */
export function sheet(css, theme, root) {
  const key = `${theme} ${css}`;
  let made = THEMES.get(key);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(looks(css, theme, medium(root)));
    THEMES.set(key, made);
  }
  return made;
}

/**
 * The looks where the size of the page's type is not ours to use, nor its width, and where its tokens come first.
 * @param {string} css
 * @param {import("./attributes.js").Values["theme"]} theme
 * @param {number} size
 */
function looks(css, theme, size) {
  const own = css
    .replace(/([\d.]+)rem\b/g, (_, /** @type {string} */ number) => `${Number(number) * size}px`)
    .replace(/@media ?(not )?(?:screen and ?)?\((min|max)-width/g, "@container $1($2-width")
    // Each token is one of our own, which takes its value from the page's of that name, wherever the page has set it.
    .replace(/--ec-/g, "--_")
    .replace(/--_([\w-]+):([^;}]+)/g, "--_$1:var(--ec-$1,$2)")
    .replace(/:root,:host\{/g, ":root,.ec-widget{");
  if (theme === "auto") return own;
  return own
    .replace(/@media ?\(prefers-color-scheme: ?dark\)/g, theme === "dark" ? "@media all" : "@media not all")
    .replace(/color-scheme: ?light dark/g, `color-scheme:${theme}`);
}

/**
 * The size of type that the person has chosen in their browser, whatever the page makes of it; measured where the page does not
 * see it.
 * @param {ShadowRoot} root
 */
function medium(root) {
  const probe = document.createElement("div");
  probe.style.font = "medium serif";
  root.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}
