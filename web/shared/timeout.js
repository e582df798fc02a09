// How long to wait for the files of a checker.

/** In milliseconds, before saying that they did not come. Requirement U41 gives the figure; tests and documents are held to it. */
export const TIMEOUT = 8000;

/**
 * Waits for something, and calls `late` once where it takes too long. It may still come after that.
 * @template T
 * @param {Promise<T>} coming
 * @param {() => void} late
 */
export function withTimeout(coming, late) {
  const timer = setTimeout(late, TIMEOUT);
  return coming.finally(() => clearTimeout(timer));
}
