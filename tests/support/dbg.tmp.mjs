import { open, until, visitWhole, heading } from "./browser.mjs";
import { serve } from "./server.mjs";
import { mouse } from "./hands.mjs";
import { graduate } from "./people.mjs";
const server = await serve({});
const driver = await open({ engine: "webkit", width: 400, height: 800 });
try {
  await visitWhole(driver, server, "#/clinical-or-medical-technology");
  const hand = mouse(driver);
  await hand.press("Start now"); await graduate(driver, hand); await hand.press("See your result so far"); await heading(driver, "Your result for clinical or medical technology");
  await driver.executeScript("window.log = []; const t0 = performance.now(); let last; const f = () => { if (innerHeight !== last) log.push([(performance.now()-t0)|0, last = innerHeight, outerHeight]); requestAnimationFrame(f) }; f(); addEventListener('resize', () => log.push('resize ' + ((performance.now()-t0)|0) + ' ' + innerHeight))");
  for (let i = 0; i < 3; i++) {
    await hand.press("Download as a file");
    await driver.executeScript("log.push('pressed')");
    await driver.sleep(1500);
  }
  console.log(JSON.stringify(await driver.executeScript("return log")));
  console.log(JSON.stringify(await driver.manage().window().getRect()));
} finally { await driver.quit(); await server.close(); }
