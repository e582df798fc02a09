// The worker that keeps the page for use offline, as tests meet it.

import { until } from "./browser.mjs";

/**
 * Waits until the page is all there: the checker, and behind it the worker with every file of its version. After that
 * nothing more is asked for, whatever a person does.
 */
export async function kept(driver) {
  // The last script of the page, which has come beside the worker; the worker is ready once it has every file.
  await until(driver, "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/page.js'))");
  const ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(({ active }) => done(active !== null));";
  await driver.executeAsyncScript(ready);
}
