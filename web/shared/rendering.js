// Waits for the browser, and for the first rendering of a program.

/** Lets everything else that waits for its turn go first. */
export const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Waits until a program has drawn itself, which it does a moment after it was asked to, or until it has ended.
 *
 * Yew gives way to the browser after 16 ms. So what the program was told meanwhile, for example the level of its headings,
 * can be drawn one turn later.
 * @param {Element} root
 * @param {AbortSignal} ended
 */
export async function drawn(root, ended) {
  while (!root.hasChildNodes() && !ended.aborted) await nextTurn();
  await nextTurn();
}
