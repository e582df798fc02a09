// What the page does beside its program, once that is there: saving on the device, keeping a result, the choice of a language.

import { device } from "../shared/device.js";
import { keeper } from "../shared/export.js";
import { languages } from "./languages.js";

/** What has words of its own on the page. */
const worded = [...document.querySelectorAll("[data-say]")];

/** Serves a program; `text` fetches a file beside the page. */
export function serve(program, text) {
  const choice = document.getElementById("languages");
  if (choice) languages(choice, worded, program.mounted, text);
  keeper(program.root);
  device(program);
}
