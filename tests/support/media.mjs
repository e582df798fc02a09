// What only Chromium can be shown: another screen, the dark, forced colours, paper.

/** The medium, and the features of it that are other than usual. */
export function media(driver, { media = "", ...features } = {}) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  return driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media, features: list });
}

/** A screen of that size in CSS pixels. */
export function screen(driver, width, height = 700, deviceScaleFactor = 1) {
  return driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
}
