// A clock that a test moves, for what the page does after seconds. Every page that the test server serves has it (see `WATCH` in
// server.mjs): so a busy machine never uses up the time that the checker gives its files, and a test of that time takes none.

/**
 * In the page: timers of 1 second and more, and `AbortSignal.timeout`, run when the test moves the clock and not before.
 * Shorter timers are the browser's own, unless a test lowers `clock.from`. The clock stands at 0 until it is moved.
 *
 * `clock.move(ms)` runs what is due, in order; `clock.waiting` lists the delays of the timers that are set.
 */
export const CLOCK = `
  (() => {
    const { setTimeout: own, clearTimeout: ownClear } = window;
    const timers = new Map();
    let now = 0;
    // Far from the numbers that a browser gives.
    let last = 1e9;
    window.setTimeout = (callback, delay, ...values) => {
      if (typeof callback !== "function" || !(delay >= window.clock.from)) return own.call(window, callback, delay, ...values);
      timers.set((last += 1), { due: now + delay, delay, run: () => callback(...values) });
      return last;
    };
    window.clearTimeout = (id) => timers.delete(id) || ownClear.call(window, id);
    AbortSignal.timeout = (delay) => {
      const controller = new AbortController();
      window.setTimeout(() => controller.abort(new DOMException("The operation timed out.", "TimeoutError")), delay);
      return controller.signal;
    };
    window.clock = {
      from: 1000,
      get waiting() {
        return [...timers.values()].map(({ delay }) => delay);
      },
      move(ms) {
        const end = now + ms;
        for (;;) {
          const [first] = [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
          if (!first) break;
          const [id, { due, run }] = first;
          timers.delete(id);
          now = due;
          run();
        }
        now = end;
      },
    };
  })();`;

/** Waits until the page has set so many timers of that delay. WebKit's driver sets timers of 30 s in the page too. */
export const untilTimers = (driver, delay, number = 1) =>
  driver.wait(
    () => driver.executeScript("return clock.waiting.filter((one) => one === arguments[0]).length === arguments[1]", delay, number),
    10_000,
    `the page has not set ${number} timers of ${delay} ms`,
  );

/** Moves the clock of the page. */
export const moveClock = (driver, ms) => driver.executeScript("clock.move(arguments[0])", ms);
