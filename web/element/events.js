// What happens in a checker and concerns the page around it. What a page puts into its slots is the page's own.

import { codeOf } from "../shared/errors.js";

/** @typedef {import("../../npm/entry-checker.js").EntryCheckerEventMap} EventMap */

/**
 * What each event carries, by the name of the event.
 * @typedef {{ [Event in keyof EventMap as Event extends `entry-checker:${infer Name}` ? Name : never]: EventMap[Event]["detail"] }} Details
 */

/**
 * Tells the page of something; `false` where the page does itself what was about to be done.
 * @template {keyof Details} Name
 * @param {Element} element
 * @param {Name} name
 * @param {Details[Name]} detail
 */
export function emit(element, name, detail, cancelable = false) {
  const event = { bubbles: true, composed: true, cancelable, detail: Object.freeze(detail) };
  return element.dispatchEvent(new CustomEvent(`entry-checker:${name}`, event));
}

/**
 * Tells the page, and the console, of something that went wrong.
 * @param {Element} element
 * @param {unknown} error
 */
export function tell(element, error) {
  const code = codeOf(error);
  const { message = code } = /** @type {{ message?: string }} */ (error);
  const detail = message === code ? { code } : { code, message };
  console.warn(`entry-checker: ${Object.values(detail).join(" ")}`);
  emit(element, "error", detail);
}

/**
 * What a person types is no shortcut of the page.
 * @param {Event} event
 */
export function quiet(event) {
  const { key, target, currentTarget } = /** @type {KeyboardEvent & { target: Element, currentTarget: Node }} */ (event);
  if (key?.length === 1 && /^(input|textarea)$/.test(target.localName) && currentTarget.contains(target)) event.stopPropagation();
}

/**
 * Asks the page before a link leads away in the same tab, which it may do itself.
 * @param {Event} event
 * @param {(url: string) => boolean} ask
 */
export function leads(event, ask) {
  const click = /** @type {MouseEvent & { target: Element, currentTarget: Node }} */ (event);
  const link = /** @type {HTMLAnchorElement | null} */ (click.target.closest?.("a[href]"));
  const elsewhere = click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
  if (!link || elsewhere || click.defaultPrevented || !click.currentTarget.contains(link)) return;
  if (!ask(link.href)) click.preventDefault();
}
