// The worker that keeps the page for use offline, as tests meet it.

/**
 * Waits until the page is all there: the checker, and behind it the worker with every file of its version. After that
 * nothing more is asked for, whatever a person does.
 */
export async function kept(driver, server) {
  const ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(({ active }) => done(active !== null));";
  await driver.executeAsyncScript(ready);
  await server.settled();
}
