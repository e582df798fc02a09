// What the device has to say on our own page, and saving on it. Nothing is kept there but what a person asks for, and
// nothing is tried twice by itself.

/** What is saved has this one name in the storage of the page's origin. */
const KEY = "entry-checker";

/**
 * Tells a checker of its device, and answers its buttons that save and delete, until it ends. The last that a person did
 * is kept in `program.last`, as it would be saved, in case that a fault ends it.
 */
export function device(program) {
  const { mounted, root, signal } = program;
  /** What a storage does, or `undefined` where it does not; what a person is told is up to who asked. */
  const attempt = (work, failed) => {
    try {
      return work();
    } catch (error) {
      // No storage, a browser or a setting that refuses it, no room.
      console.warn("entry-checker: E_STORAGE");
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

  /** Said a moment later, so that the same words are heard a second time. */
  const say = (what) => {
    mounted.cameOf("");
    setTimeout(() => mounted.cameOf(what), 100);
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
      (error) => say(error.name === "QuotaExceededError" ? "full" : "refused"),
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

  const on = (what, kind, does) => what.addEventListener(kind, does, { signal });
  on(root, "click", (event) => {
    const does = event.target.closest?.("[data-shelf]")?.dataset.shelf;
    if (does === "save") save();
    if (does === "forget") forget();
    remember();
  });
  on(root, "input", remember);
  // Another page of ours has saved or deleted.
  on(window, "storage", ({ key }) => (key === KEY || key === null) && look());
  on(window, "online", now);
  on(window, "offline", now);
  // A page may stay open for days.
  on(document, "visibilitychange", now);
  now();
  look();
  remember();
}

/** The day where the person is: 2026-11-25. */
function day(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
