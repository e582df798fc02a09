// What the device has to say on our own page, and saving on it. Nothing is kept there but what a person asks for, and
// nothing is tried twice by itself.

import { warnCode } from "./errors.js";
import { KEY } from "./saved-record.js";

/**
 * A checker that is on the page: where it is shown, what ends when it does, and the last record of what a person did.
 * @typedef {object} Running
 * @property {import("./checker.js").Mounted} mounted
 * @property {HTMLElement} root
 * @property {AbortSignal} signal
 * @property {string | undefined} [last]
 */

/**
 * Tells a checker of its device, and answers its buttons that save and delete, until it ends. The last that a person did
 * is kept in `program.last`, as it would be saved, in case that a fault ends it.
 * @param {Running} program
 */
export function device(program) {
  const { mounted, root, signal } = program;
  /**
   * Does something with the storage. Where that fails, what a person is told is up to who asked.
   * @param {() => void} work
   * @param {(error: unknown) => void} failed
   */
  const attempt = (work, failed) => {
    try {
      work();
    } catch (error) {
      // No storage, a browser or a setting that refuses it, no room.
      warnCode("E_STORAGE");
      failed(error);
    }
  };

  const look = () =>
    attempt(
      () => {
        const saved = localStorage.getItem(KEY);
        if (!mounted.shelf(saved ?? undefined, day(new Date()))) localStorage.removeItem(KEY);
      },
      () => mounted.closed(),
    );

  /**
   * Said a moment later, so that the same words are heard a second time.
   * @param {"full" | "refused" | "saved"} what
   */
  const say = (what) => {
    mounted.setSaveResult("");
    setTimeout(() => mounted.setSaveResult(what), 100);
  };

  const save = () =>
    attempt(
      () => {
        const record = mounted.record();
        if (record === undefined) return say("full");
        localStorage.setItem(KEY, record);
        mounted.shelf(record, "");
        say("saved");
      },
      (error) => say(/** @type {Error} */ (error).name === "QuotaExceededError" ? "full" : "refused"),
    );

  const forget = () =>
    attempt(
      () => {
        localStorage.removeItem(KEY);
        if (localStorage.getItem(KEY) !== null) throw new Error("still kept");
        mounted.shelf(undefined, "");
      },
      () => say("refused"),
    );

  const now = () => mounted.now(day(new Date()), navigator.onLine === false);
  /** A moment later, when the checker has taken in what was done. */
  const remember = () =>
    setTimeout(() => {
      if (!signal.aborted) program.last = mounted.record();
    });

  /** @type {(what: EventTarget, kind: string, does: (event: Event) => void) => void} */
  const on = (what, kind, does) => what.addEventListener(kind, does, { signal });
  on(root, "click", (event) => {
    const button = /** @type {Element} */ (event.target).closest?.("[data-shelf]");
    const does = /** @type {HTMLElement | null | undefined} */ (button)?.dataset.shelf;
    if (does === "save") save();
    if (does === "forget") forget();
    remember();
  });
  on(root, "input", remember);
  // Another page of ours has saved or deleted.
  on(window, "storage", (event) => {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === KEY || key === null) look();
  });
  on(window, "online", now);
  on(window, "offline", now);
  // A page may stay open for days.
  on(document, "visibilitychange", now);
  now();
  look();
  remember();
}

/**
 * The day where the person is: 2026-11-25.
 * @param {Date} now
 */
function day(now) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
