// How long to wait for the files of an element.

/** In milliseconds, before saying that something did not come. */
const PATIENCE = 8000;

/** Waits for something, and says once that it is late. It may still come. */
export function patiently(coming, late) {
  const timer = setTimeout(late, PATIENCE);
  return coming.finally(() => clearTimeout(timer));
}
