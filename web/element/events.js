// What happens in a checker and concerns the page around it. What a page puts into its slots is the page's own.

/** Tells the page of something; `false` where the page does itself what was about to be done. */
export function emit(element, name, detail, cancelable = false) {
  const event = { bubbles: true, composed: true, cancelable, detail: Object.freeze(detail) };
  return element.dispatchEvent(new CustomEvent(`entry-checker:${name}`, event));
}

/** Tells the page, and the console, of something that went wrong. */
export function tell(element, { code = "E_START", message = code }) {
  const detail = message === code ? { code } : { code, message };
  console.warn(`entry-checker: ${Object.values(detail).join(" ")}`);
  emit(element, "error", detail);
}

/** What a person types is no shortcut of the page. */
export function quiet(event) {
  const { key, target, currentTarget } = event;
  if (key?.length === 1 && /^(input|textarea)$/.test(target.localName) && currentTarget.contains(target)) event.stopPropagation();
}

/** Asks the page before a link leads away in the same tab, which it may do itself. */
export function leads(event, ask) {
  const link = event.target.closest?.("a[href]");
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || event.defaultPrevented || !event.currentTarget.contains(link)) return;
  if (!ask(link.href)) event.preventDefault();
}
