// Lighthouse on a page, as on a phone: its throttling is reckoned, not lived through, so that a busy machine matters less.

import lighthouse from "lighthouse";

import { open } from "./browser.mjs";
import { freePort } from "./programs.mjs";

/** A browser for Lighthouse: `audit` says what it thinks of an address, by category, and what cost points. */
export async function auditor() {
  const port = await freePort();
  const driver = await open({ engine: "chromium", flags: [`--remote-debugging-port=${port}`] });
  return {
    quit: () => driver.quit(),
    async audit(url, onlyCategories, skipAudits = []) {
      const { lhr } = await lighthouse(url, { port, onlyCategories, skipAudits, logLevel: "error", output: "json" });
      const scores = {};
      const lost = [];
      for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
        scores[id] = Math.round(score * 100);
        for (const { id: name, weight } of auditRefs) {
          const { score, title, displayValue = "", details } = lhr.audits[name] ?? {};
          const items = JSON.stringify(details?.items ?? []).slice(0, 300);
          if (weight > 0 && typeof score === "number" && score < 1) lost.push(`${id}: ${title} ${displayValue} ${items}`);
        }
      }
      return { scores, lost };
    },
  };
}
