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
  #screens = new Map();
  #status;
  #waiting;
  #moved;
  #address;
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
   */
  constructor(container, address, waiting, moved) {
    this.#container = container;
    this.#waiting = waiting;
    this.#moved = moved;
    for (const screen of container.children) this.#screens.set(screen.dataset.address, screen);
    this.#status = document.createElement("p");
    this.#status.role = "status";
    this.#status.className = "ec-waiting";
    container.append(this.#status);
    this.#listen(container, "click", (event) => this.#follow(event));
    this.#listen(container, "submit", (event) => this.#submit(event));
    for (const kind of BEGINS) this.#listen(container, kind, () => (this.#isBusy = true));
    // What ends here is dealt with first: a click comes after the end of the press.
    for (const kind of ENDS) this.#listen(window, kind, () => setTimeout(() => (this.#isBusy = false)));
    this.show(address);
  }

  #listen(target, kind, does) {
    target.addEventListener(kind, does, { signal: this.#end.signal });
  }

  /** The address of the screen that is shown: `audiology/q/stage`. */
  get address() {
    return this.#address;
  }

  /** Shows the screen of an address, or the nearest there is. Returns the screen. */
  show(address) {
    const [role, ...rest] = address.split("/");
    const isRole = role !== "" && this.#screens.has(role);
    const isQuestion = isRole && rest.join("/") === QUESTION;
    this.#address = isQuestion ? `${role}/${QUESTION}` : isRole ? role : "";
    this.#isSubmitted = false;
    this.say("");
    const shown = this.#screens.get(isQuestion ? `./${QUESTION}` : this.#address);
    for (const screen of this.#screens.values()) screen.hidden = screen !== shown;
    return shown;
  }

  #follow(event) {
    const to = event.target.closest("[data-to]")?.dataset.to;
    if (to === undefined) return;
    const from = this.#address;
    const [role] = from.split("/");
    const screen = this.show(to.startsWith("./") ? role + to.slice(1) : to);
    screen.querySelector(".ec-h1").focus();
    this.#moved(from, this.#address);
  }

  #submit(event) {
    event.preventDefault();
    this.#isSubmitted = true;
    this.say(this.#waiting);
  }

  /** Says something below the screen, which is heard too. */
  say(words) {
    this.#status.textContent = words;
  }

  /** Waits until a press or a key is let go of, and a word of an input method is whole. */
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
    const [before, after] = [this.#container, root].map((one) => [...one.querySelectorAll(CONTROLS)].filter(isShown));
    const focused = before.indexOf(this.#container.getRootNode().activeElement);
    const { scrollX, scrollY } = window;
    const isSame = before.length === after.length && before.every((control, place) => isAlike(control, after[place]));
    if (isSame) for (const [place, control] of before.entries()) carryOver(control, after[place]);
    this.#end.abort();
    this.#container.replaceWith(root);
    if (!isSame) {
      if (focused >= 0) root.querySelector(".ec-h1").focus();
      return;
    }
    if (focused >= 0) focusAs(before[focused], after[focused]);
    window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    if (this.#isSubmitted) root.querySelector("form").requestSubmit();
  }
}

const isAlike = (one, other) => one.localName === other.localName && one.id === other.id;
const isShown = (control) => control.closest("[hidden]") === null;

/** Does to a control what a person did to the same one before. */
function carryOver(before, after) {
  if (after.localName === "input") {
    after.checked = before.checked;
    if (after.value !== before.value) {
      after.value = before.value;
      after.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }
  if (after.localName === "summary") after.parentElement.open = before.parentElement.open;
}

function focusAs(before, after) {
  after.focus({ preventScroll: true });
  if (before.selectionStart != null) after.setSelectionRange(before.selectionStart, before.selectionEnd, before.selectionDirection);
}
