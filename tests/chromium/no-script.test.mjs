// What a person sees whose browser runs no JavaScript: the page says so, and leads to the rules. Only Chromium can be told by
// a test to run none.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

import { By } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";

let server;

before(async () => {
  server = await serve({ path: "/careers/checker/", asIs: true });
});

after(() => server.close());

test("with JavaScript off the page says so and leads to the rules of every role", async () => {
  const options = new chrome.Options().addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=400,800");
  options.setUserPreferences({ "profile.managed_default_content_settings.javascript": 2 });
  if (process.env.CHROMIUM) options.setChromeBinaryPath(process.env.CHROMIUM);
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER || "chromedriver");
  const off = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  try {
    await off.get(server.url);
    const said = async () => (await off.findElement(By.css("main"))).getText();
    assert.match(await said(), /JavaScript is off in this browser\. You can read the rules without it\./);
    assert.doesNotMatch(await said(), /is loading|could not/);
    await (await off.findElement(By.linkText("Read the rules of each role on one page, and print them"))).click();
    assert.equal(await (await off.findElement(By.css("h1"))).getText(), "The entry rules of each role");
    await (await off.findElement(By.linkText("Clinical or medical technology"))).click();
    assert.match(await said(), /you must have a 1st or 2\.1/);
    assert.match(await said(), /I keep my knowledge up to date/);
  } finally {
    await off.quit();
  }
});
