// What the page does beside its program, once that is there: saving on the device, keeping a result, the choice of a language.

import { device } from "../shared/device.js";
import { keeper } from "../shared/export.js";
import { languages } from "./languages.js";

/** What has words of its own on the page. */
const worded = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"))];

/**
 * Serves a program; `text` fetches a file beside the page.
 * @param {import("../shared/device.js").Running} program
 * @param {(name: string) => Promise<string>} text
 */
export function serve(program, text) {
  const choice = document.getElementById("languages");
  if (choice) languages(choice, worded, program.mounted, text);
  keeper(program.root);
  device(program);
}
