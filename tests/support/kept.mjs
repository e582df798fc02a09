// What would go to the clipboard and to the disk, caught on its way.

/** From here on `window.kept` of the page has the text and the file. */
export const catchKept = (driver) =>
  driver.executeScript(`
    window.kept = {};
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.kept.text = text) }, configurable: true });
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.kept.file = blob; return create.call(URL, blob); };
  `);

/** Downloads the file of a screen, and gives what is in it. */
export async function downloaded(driver, hand) {
  await hand.press("Download as a file");
  const html = await driver.executeAsyncScript("const done = arguments[0]; window.kept.file.text().then(done)");
  // WebKit's window shows its downloads and leaves less room: what is pressed meanwhile may move away.
  await driver.sleep(300);
  return html;
}
