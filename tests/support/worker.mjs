// The worker that keeps the page for use offline, as tests meet it.

import { setTimeout as pause } from "node:timers/promises";

/**
 * Waits until the page is all there: the checker, and behind it the worker with every file of its version. After that
 * nothing more is asked for, whatever a person does.
 */
export async function kept(driver, server) {
  const ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(({ active }) => done(active !== null));";
  await driver.executeAsyncScript(ready);
  // The icon is asked for when a browser likes.
  for (let before = -1; before !== server.asked.length; ) {
    before = server.asked.length;
    await pause(400);
  }
}
