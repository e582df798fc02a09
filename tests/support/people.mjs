// People whose answers more than one test gives.

import { heading, until } from "./browser.mjs";

/** A graduate in physics with a 2:1, from the first question to the one after the subject. */
export async function graduate(driver, hand) {
  for (const [title, words] of [
    ["What is the highest qualification you have or are studying for?", "A degree"],
    ["Which kind of degree do you have, or are you studying for?", "Honours degree"],
    ["Do you have your degree result yet?", "Yes, I have it"],
    ["What class is your degree?", "Upper second (2:1)"],
  ]) {
    await heading(driver, title);
    await hand.choose(words);
    await hand.press("Continue");
  }
  const last = "What subject is your degree in?";
  await heading(driver, last);
  await hand.pick("phys", "Physics");
  await hand.press("Continue");
  // The next question has a button that this one has too.
  await until(driver, "return [...document.querySelectorAll('.ec-h1')].every((one) => one.textContent.trim() !== arguments[0])", last);
}
