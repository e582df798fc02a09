// Each change of view on a slow phone and on this machine, as a table. Run by `cargo xtask speed`.

import { changes } from "./changes.mjs";
import { PACES } from "./phone.mjs";

for (const [rate, title] of PACES) {
  const { runs, rows } = await changes(rate);
  console.log(`\n${`${title}, ${runs} runs, ms of the main thread`.padEnd(56)} to the frame  longest after`);
  console.log(`${"".padEnd(56)} median  worst  median  worst`);
  for (const { title, first, after } of rows) {
    const times = [first.median, first.worst, after.median, after.worst].map((time) => time.toFixed(0).padStart(6));
    console.log(`${title.padEnd(56)} ${times.join(" ")}`);
  }
}
process.exit();
