// What a slow phone is here: 1.6 Mbit/s, 150 ms away, and a processor four times slower than this one.

import { until } from "../tests/support/browser.mjs";

/** What is measured at, by how much slower the processor is. */
export const PACES = new Map([
  [1, "as this machine is"],
  [4, "1.6 Mbit/s, 150 ms, 4x CPU"],
]);

/** Makes a browser in which nothing was opened yet as slow as that; at 1 it stays as it is. */
export async function slow(driver, rate) {
  if (rate === 1) return;
  const throughput = 1_600_000 / 8;
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate });
  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

/** Presses a button of the page, by its words, once it is there. */
export async function press(driver, said) {
  const button = `[...document.querySelectorAll(".ec button")].find((one) => one.textContent.trim() === arguments[0])`;
  await until(driver, `return ${button} !== undefined`, said);
  await driver.executeScript(`${button}.click()`, said);
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
