// Keeping a result: printed, as text, as a file, as a link. It reads what the page shows and sends nothing anywhere.

/** What is there to be pressed, or to be heard only, and has no place on paper. A role's button is its name, which stays. */
const LEFT_OUT = "button:not(.ec-role > button), .ec-actions, .ec-keep, .ec-glossary, .ec-hidden, input, .ec-example, .ec-example__kept";
/** What a person wrote: its lines are theirs. */
const AS_WRITTEN = ".ec-said span";
const BLOCKS = /^(?:address|article|blockquote|dd|div|dl|dt|fieldset|h[1-6]|legend|li|main|ol|p|section|summary|ul)$/i;

/**
 * Answers the buttons of a checker that keep its result.
 * @param {HTMLElement} root
 */
export function keeper(root) {
  root.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest?.("[data-keep]"));
    /** @type {HTMLElement | null | undefined} */
    const section = button?.closest(".ec-keep");
    if (!button || !section) return;
    const screen = /** @type {HTMLElement} */ (button.closest(".ec-screen"));
    const ways = {
      print: () => window.print(),
      text: () => copy(section, plainText(screen)),
      link: () => copy(section, /** @type {HTMLInputElement} */ (section.querySelector("input")).value),
      file: () => download(screen),
    };
    ways[/** @type {keyof typeof ways} */ (button.dataset.keep)]();
  });
}

/**
 * @param {HTMLElement} section
 * @param {string} text
 */
async function copy(section, text) {
  const said = /** @type {HTMLElement} */ (section.querySelector("[role=status]"));
  const field = section.querySelector("input");
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not allowed, or not there: the link can be copied by hand.
    done = false;
    field?.select();
  }
  // Emptied first, so that the same words are heard a second time.
  said.textContent = "";
  setTimeout(() => (said.textContent = (done ? section.dataset.copied : section.dataset.refused) ?? ""), 100);
}

/**
 * A tick as text.
 * @param {HTMLInputElement} box
 */
const mark = (box) => (box.checked ? "[x] " : "[ ] ");

/** @type {(node: Node) => node is Text} */
const isText = (node) => node.nodeType === Node.TEXT_NODE;
/** @type {(node: Node) => node is HTMLElement} */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
/** @type {(node: HTMLElement) => node is HTMLInputElement} */
const isTickBox = (node) => /** @type {HTMLInputElement} */ (node).type === "checkbox";
/** @type {(node: HTMLElement) => node is HTMLAnchorElement} */
const isLink = (node) => node.localName === "a";

/**
 * What a screen says, a line for each block, with the addresses of links behind them.
 * @param {Element} screen
 */
export function plainText(screen) {
  const lines = [""];
  const newLine = () => lines.at(-1) !== "" && lines.push("");
  /**
   * @param {Node} node
   * @param {string} indent
   */
  const walk = (node, indent) => {
    if (isText(node)) {
      const written = node.parentElement?.matches(AS_WRITTEN);
      const [first = "", ...more] = written ? node.data.split("\n") : [node.data.replace(/\s+/g, " ")];
      lines[lines.length - 1] += first;
      lines.push(...more.map((line) => indent + line));
      return;
    }
    if (!isElement(node)) return;
    if (isTickBox(node)) lines[lines.length - 1] += mark(node);
    if (node.matches(LEFT_OUT)) return;
    const block = BLOCKS.test(node.localName);
    if (block) newLine();
    if (/^h[1-6]$/.test(node.localName) && lines.length > 1) lines.splice(-1, 0, "");
    const item = node.localName === "li" ? `${indent}- ` : "";
    lines[lines.length - 1] += item;
    for (const child of node.childNodes) walk(child, item ? `${indent}  ` : indent);
    if (isLink(node)) lines[lines.length - 1] += ` (${node.href})`;
    if (block) newLine();
  };
  walk(screen, "");
  const tidy = lines.map((line) => line.replace(/ +/g, (spaces, /** @type {number} */ at) => (at === 0 ? spaces : " ")).trimEnd());
  return `${tidy.join("\n").trim()}\n`;
}

/**
 * The screen as one file of HTML, with the page's style in it.
 * @param {Element} screen
 */
export function file(screen) {
  const around = /** @type {Document | ShadowRoot} */ (screen.getRootNode());
  const title = around === document ? document.title : screen.querySelector(".ec-h1")?.textContent;
  const kept = document.implementation.createHTMLDocument(title ?? "");
  kept.documentElement.lang = /** @type {HTMLElement} */ (screen.closest("[lang]")).lang;
  const main = kept.createElement("main");
  const copied = kept.importNode(screen, true);
  /** @type {NodeListOf<HTMLInputElement>} */
  const ticks = screen.querySelectorAll("[type=checkbox]");
  copied.querySelectorAll("[type=checkbox]").forEach((box, at) => {
    box.after(mark(/** @type {HTMLInputElement} */ (ticks[at])));
  });
  for (const node of copied.querySelectorAll(LEFT_OUT)) node.remove();
  for (const name of copied.querySelectorAll("button")) name.replaceWith(...name.childNodes);
  for (const details of copied.querySelectorAll("details")) details.open = true;
  main.append(copied);
  kept.body.className = "ec-body";
  kept.body.append(main);
  // The page's policy holds for a document made here too and refuses a style in it, so the style goes in as text. It is
  // our own, and the file is never shown by this page.
  const sheets = around === document ? document.styleSheets : around.adoptedStyleSheets;
  const rules = [...sheets].flatMap((sheet) => [...sheet.cssRules]);
  const style = rules.map((rule) => rule.cssText).join("\n");
  const head = `<meta charset="utf-8">\n<style>\n${style}\n</style>\n`;
  return `<!doctype html>\n${kept.documentElement.outerHTML.replace("<head>", () => `<head>${head}`)}\n`;
}

/** @param {Element} screen */
function download(screen) {
  const address = URL.createObjectURL(new Blob([file(screen)], { type: "text/html" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "entry-checker-result.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
