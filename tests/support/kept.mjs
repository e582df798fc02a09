// What would go to the clipboard and to the disk, caught on its way.

import { until } from "./browser.mjs";

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
  const before = await driver.executeScript("return innerHeight");
  await hand.press("Download as a file");
  // MiniBrowser shows each download in a row below the page, which takes its height from the page in one step, a moment after
  // the download began. A press at that moment would miss. The other browsers leave the page as it is.
  if (driver.engine === "webkit") await until(driver, "return innerHeight < arguments[0]", before);
  return driver.executeAsyncScript("const done = arguments[0]; window.kept.file.text().then(done)");
}
