// The first screens: the choice of a role, the start of each role, and the first question. They are made at build time by the
// same components as all others, and a person can use them before the program is there. The program then takes over what is
// on the screen.

const QUESTION = "q/stage";
/** What can have the focus, and what a person can change. The program shows the same ones in the same order. */
const CONTROLS = "a, button, input, summary, [tabindex]";
/** What begins something that a change of the screen would cut off, and what ends it. */
const BEGINS = ["pointerdown", "keydown", "compositionstart"];
const ENDS = ["pointerup", "pointercancel", "keyup", "compositionend"];
/** How long the program waits for that, in milliseconds: an end outside the window is never heard. */
const LONGEST = 1000;

export class FirstScreens {
  #container;
  /** @type {Map<string, HTMLElement>} */
  #screens = new Map();
  #status;
  #waiting;
  #moved;
  #submitted;
  #address = "";
  /** Whether "Continue" was pressed. */
  #isSubmitted = false;
  #isBusy = false;
  #end = new AbortController();

  /**
   * Shows the screen of an address.
   * @param {HTMLElement} container holds the screens, each with the address of it: `""`, `audiology`, `./q/stage`
   * @param {string} address where to begin
   * @param {string} waiting what is said to those who press "Continue" before the program is there
   * @param {(from: string, to: string) => void} moved called after each change of the screen, with their addresses
   * @param {() => void} [submitted] called when "Continue" was pressed
   */
  constructor(container, address, waiting, moved, submitted = () => {}) {
    this.#container = container;
    this.#waiting = waiting;
    this.#moved = moved;
    this.#submitted = submitted;
    for (const screen of /** @type {Iterable<HTMLElement>} */ (container.children)) {
      this.#screens.set(screen.dataset.address ?? "", screen);
    }
    this.#status = document.createElement("p");
    this.#status.role = "status";
    this.#status.className = "ec-waiting";
    this.#listen(container, "click", (event) => this.#follow(event));
    this.#listen(container, "submit", (event) => this.#submit(event));
    for (const kind of BEGINS) this.#listen(container, kind, () => (this.#isBusy = true));
    // What ends here is dealt with first: a click comes after the end of the press.
    for (const kind of ENDS) this.#listen(window, kind, () => setTimeout(() => (this.#isBusy = false)));
    this.show(address);
  }

  /**
   * @param {EventTarget} target
   * @param {string} kind
   * @param {(event: Event) => void} does
   */
  #listen(target, kind, does) {
    target.addEventListener(kind, does, { signal: this.#end.signal });
  }

  /** The address of the screen that is shown: `audiology/q/stage`. */
  get address() {
    return this.#address;
  }

  /**
   * Shows the screen of an address, or the nearest there is. Returns the screen.
   * @param {string} address
   */
  show(address) {
    const [role = "", ...rest] = address.split("/");
    const isRole = role !== "" && this.#screens.has(role);
    const isQuestion = isRole && rest.join("/") === QUESTION;
    this.#address = isQuestion ? `${role}/${QUESTION}` : isRole ? role : "";
    this.#isSubmitted = false;
    this.say("");
    const shown = this.#screens.get(isQuestion ? `./${QUESTION}` : this.#address);
    for (const screen of this.#screens.values()) screen.hidden = screen !== shown;
    // What is said of a press stands where it was pressed.
    shown?.querySelector("form")?.append(this.#status);
    return shown;
  }

  /** @param {Event} event */
  #follow(event) {
    /** @type {HTMLElement | null} */
    const button = /** @type {Element} */ (event.target).closest("[data-to]");
    const to = button?.dataset.to;
    if (to === undefined) return;
    const from = this.#address;
    const [role = ""] = from.split("/");
    const screen = this.show(to.startsWith("./") ? role + to.slice(1) : to);
    /** @type {HTMLElement | null | undefined} */
    const heading = screen?.querySelector(".ec-h1");
    heading?.focus();
    this.#moved(from, this.#address);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#isSubmitted = true;
    this.say(this.#waiting);
    this.#submitted();
  }

  /**
   * Says something at the button of the question, which is heard too.
   * @param {string} words
   */
  say(words) {
    this.#status.textContent = words;
  }

  /**
   * Waits until a press or a key is let go of, and a word of an input method is whole. What follows it without another wait is
   * done before the next press can begin.
   */
  async settled() {
    const until = performance.now() + LONGEST;
    while (this.#isBusy && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /**
   * Puts the program in the place of the screens. Where it shows the same screen, what a person chose, typed and opened there is
   * carried over, with the focus, the caret and the place on the page; and where they pressed "Continue", the program goes on.
   * Only an address that was put in by hand meanwhile leads to another screen.
   * @param {HTMLElement} root where the program shows itself
   */
  takeOver(root) {
    const [before, after] = [controls(this.#container), controls(root)];
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.#container.getRootNode());
    const focused = before.indexOf(/** @type {HTMLElement} */ (activeElement));
    const { scrollX, scrollY } = window;
    const pairs = before.flatMap((control, place) => pair(control, after[place]));
    this.#end.abort();
    if (pairs.length !== before.length || pairs.length !== after.length) {
      this.#container.replaceWith(root);
      if (focused >= 0) headingOf(root)?.focus();
      return;
    }
    for (const [control, other] of pairs) carryOver(control, other);
    this.#container.replaceWith(root);
    const pairOfFocus = pairs[focused];
    if (pairOfFocus) focusAs(...pairOfFocus);
    window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    if (this.#isSubmitted) root.querySelector("form")?.requestSubmit();
  }
}

/**
 * The heading of a screen.
 * @param {Element} screen
 * @returns {HTMLElement | null}
 */
const headingOf = (screen) => screen.querySelector(".ec-h1");

/**
 * Two controls that are the same one, before and after; nothing where they are not.
 * @param {HTMLElement} one
 * @param {HTMLElement | undefined} other
 * @returns {[HTMLElement, HTMLElement][]}
 */
const pair = (one, other) => (other && one.localName === other.localName && one.id === other.id ? [[one, other]] : []);

/**
 * The controls that are shown in an element.
 * @param {HTMLElement} shown
 */
function controls(shown) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = shown.querySelectorAll(CONTROLS);
  return [...all].filter((control) => control.closest("[hidden]") === null);
}

/** @type {(control: HTMLElement) => control is HTMLInputElement} */
const isInput = (control) => control.localName === "input";
/** @type {(element: Element | null) => element is HTMLDetailsElement} */
const isDetails = (element) => element?.localName === "details";

/**
 * Does to a control what a person did to the same one before.
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
function carryOver(before, after) {
  if (isInput(before) && isInput(after)) {
    after.checked = before.checked;
    if (after.value !== before.value) {
      after.value = before.value;
      after.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }
  const [was, is] = [before.parentElement, after.parentElement];
  if (after.localName === "summary" && isDetails(was) && isDetails(is)) is.open = was.open;
}

/**
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
function focusAs(before, after) {
  after.focus({ preventScroll: true });
  if (!isInput(before) || !isInput(after) || before.selectionStart === null) return;
  after.setSelectionRange(before.selectionStart, before.selectionEnd, before.selectionDirection ?? "none");
}
