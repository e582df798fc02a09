// The choice of a language, on a page that has more than one. A deck is fetched when a person first asks for it: who
// stays with the language of the page fetches nothing more. The request names a file, and holds no answer.

import { warnCode } from "../shared/errors.js";

const root = document.documentElement;
const own = root.lang;
/**
 * The words on the page itself, by language and key.
 * @type {Map<string, Record<string, string>>}
 */
const words = new Map();

/**
 * `choice` has a button for each language; `said` is what has words on the page itself; `mounted` is the checker; `file`
 * fetches the text of a file.
 * @param {HTMLElement} choice
 * @param {readonly HTMLElement[]} said
 * @param {import("./checker.js").Mounted} mounted
 * @param {(name: string) => Promise<string>} file
 */
export function languages(choice, said, mounted, file) {
  const buttons = [...choice.querySelectorAll("button")];
  const failed = /** @type {HTMLElement} */ (choice.querySelector("[role=status]"));
  /** What this checker speaks; another one, that a fault has ended, may have learned more. */
  const learned = new Set([own]);
  let wanted = own;
  if (words.size === 0) words.set(own, Object.fromEntries(said.map((one) => [one.dataset.say, one.textContent])));

  /** @param {string} language */
  async function fetched(language) {
    const text = await file(`sentences.${language}.json`);
    if (!mounted.learn(text)) throw new Error(language);
    learned.add(language);
    words.set(language, JSON.parse(text));
  }

  /**
   * Says everything in a language. What a person did, and where they are, stays: the focus is on the button.
   * @param {string} language
   */
  async function speak(language) {
    wanted = language;
    failed.hidden = true;
    try {
      if (!learned.has(language)) await fetched(language);
    } catch {
      failed.hidden = wanted !== language;
      warnCode("E_FETCH");
      return;
    }
    // Of several that were asked for, the last one counts.
    if (wanted !== language || !mounted.speak(language)) return;
    root.lang = language;
    for (const one of said) one.textContent = words.get(language)?.[one.dataset.say ?? ""] ?? "";
    for (const button of buttons) button.setAttribute("aria-pressed", `${button.lang === language}`);
  }

  for (const button of buttons) button.onclick = () => speak(button.lang);
  choice.hidden = false;
  if (root.lang !== own) speak(root.lang);
}
