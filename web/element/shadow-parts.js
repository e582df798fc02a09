// The parts of a checker that a page may style by `::part`. They are named by class here, so that the checker itself need
// not know of them.

const PARTS = {
  heading: ".ec-h1",
  legend: "legend",
  hint: ".ec-hint, .ec-option__hint",
  option: ".ec-option",
  "option-label": ".ec-option > label",
  input: ".ec-input, .ec-option > input",
  button: ".ec-button:not(.ec-button--quiet)",
  "button-secondary": ".ec-button--quiet",
  "back-link": ".ec-screen > .ec-link:first-child",
  "error-summary": ".ec-error-summary",
  "error-message": ".ec-error",
  "summary-list": ".ec-summary",
  "summary-row": ".ec-summary__row",
  "result-card": ".ec-route",
  "result-state": ".ec-outcome",
  reason: ".ec-requirement",
  source: ".ec-requirement > .ec-details",
  checklist: ".ec-group",
  "check-item": ".ec-claim, .ec-value",
};

/**
 * Names the parts of what a checker shows now. An element is used again for something else, so each is named anew.
 * @param {HTMLElement} place
 */
export function nameParts(place) {
  /** @type {Map<Element, string>} */
  const names = new Map();
  for (const [name, selector] of Object.entries(PARTS)) {
    for (const one of place.querySelectorAll(selector)) names.set(one, name);
  }
  for (const one of place.querySelectorAll("[part]:not(slot)")) if (!names.has(one)) one.removeAttribute("part");
  for (const [one, name] of names) if (one.getAttribute("part") !== name) one.setAttribute("part", name);
}
