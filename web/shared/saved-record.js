// Where the answers that a person saves on their device are kept.

/** What is saved has this one name in the storage of the page's origin. */
export const KEY = "entry-checker";

/** Whether something is saved. Only the program can read what it is. */
export function hasSaved() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    // No storage, or a browser that refuses it.
    return false;
  }
}
