// Somebody who presses, types and goes about at random, as a script of the page: a call of the driver for each step would take
// a hundred times as long. The same steps for the same seed, as far as the page is the same.

/** The page's part: `window.walk(seed, steps)` gives what was seen. */
function inThePage() {
  const WORDS = [
    "phys",
    "Physics",
    "",
    " ",
    "zzzz",
    "<b>",
    "__proto__",
    "\u202e\ud800",
    "biomedical science",
    "x".repeat(300),
    "100%",
    "mathematik",
    "é".repeat(90),
  ];
  const FRAGMENTS = [
    "",
    "/",
    "/audiology",
    "/audiology/result",
    "/all",
    "/all/check",
    "/all/q/degree",
    "/nobody/q/stage",
    "/audiology/q/gcse-count",
    "/audiology/skills",
    "/__proto__/constructor",
    "v1.broken.link",
    "v9.x",
    "v1.",
    "%",
    "%E0%A4%A",
    "main",
    "ec-error",
    "//example.org",
    "/audiology/q/stage/".repeat(40),
  ];
  const KEYS = ["ArrowDown", "ArrowUp", "Enter", "Escape", "Home", "Tab", "a"];
  const EVENTS = [
    [window, "offline"],
    [window, "online"],
    [document, "visibilitychange"],
    [window, "pageshow"],
    [window, "storage"],
    [window, "blur"],
  ];

  // Nobody is to leave the page, print it or fill a disk; all else is as it is.
  addEventListener("click", (event) => event.target.closest?.("a:not([href^='#'])") && event.preventDefault(), true);
  HTMLAnchorElement.prototype.click = () => {};
  window.print = () => {};

  /** How many entries of this page there are behind and before us: further than that nobody goes. */
  let [behind, before] = [0, 0];
  const added = () => ([behind, before] = [behind + 1, 0]);
  const own = history.pushState;
  history.pushState = function (...values) {
    const address = location.href;
    own.apply(this, values);
    // Chromium drops it where there were many of late, and says nothing.
    if (location.href !== address) added();
  };
  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  // True once the browser went there. It may drop what was too often; a walk then goes on without it. It holds at any moment,
  // so no verdict hangs on the 60 ms.
  const went = () =>
    new Promise((resolve) => {
      addEventListener("popstate", () => resolve(true), { once: true });
      setTimeout(() => resolve(false), 60);
    });

  window.walk = async (seed, steps) => {
    let state = seed;
    const roll = (number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 8) % number;
    };
    const one = (list) => list[roll(list.length)];
    const all = (selector) => [...document.querySelectorAll(`#checker ${selector}`)].filter((found) => found.getClientRects().length > 0);
    const press = (found) => {
      const address = location.href;
      const entries = behind;
      found?.click();
      // A link within the page is an entry too.
      if (location.href !== address && behind === entries) added();
    };
    const type = (field) => {
      if (!field) return;
      field.focus();
      field.value = one(WORDS);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    const go = async (by) => {
      if ((by < 0 ? behind : before) <= 0) return;
      [behind, before] = [behind + by, before - by];
      const gone = went();
      history.go(by);
      // On a busy machine it may still come later, between entries that are added meanwhile. So nobody goes back before there
      // are more entries than it could take away: behind the first is another page.
      if (!(await gone)) [behind, before] = [-2, 0];
    };
    const fragment = () => {
      const address = location.href;
      try {
        location.hash = one(FRAGMENTS);
      } catch {
        // A browser may limit how often.
      }
      if (location.href !== address) added();
    };
    const answer = async () => {
      if (all("input[type=text]").length > 0) {
        type(all("input[type=text]")[0]);
        await turn();
        press(one(all("[role=option]")));
      } else press(one(all(".ec-option label")));
      await turn();
      press(all("form button[type=submit]")[0]);
    };
    const anything = () => press(one(all("button:not([disabled]), a[href], summary, label, [role=option]")));
    const key = () =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent("keydown", { key: one(KEYS), bubbles: true, cancelable: true }),
      );
    const happen = () => {
      const [where, name] = one(EVENTS);
      where.dispatchEvent(new Event(name));
    };
    const DOES = [
      ...Array(9).fill(answer),
      ...Array(7).fill(anything),
      () => type(one(all("input[type=text], input[type=search], textarea"))),
      key,
      () => go(-1),
      () => go(1),
      fragment,
      happen,
    ];

    const seen = { steps: 0, wrong: [], screens: {}, still: 0, longest: 0 };
    let last;
    for (let step = 0; step < steps; step += 1) {
      const does = one(DOES);
      await does();
      await turn();
      await turn();
      seen.steps += 1;
      const titles = [...document.querySelectorAll("h1")].filter((found) => found.getClientRects().length > 0);
      const screen = document.querySelector("#checker .ec-screen");
      const title = titles[0]?.textContent.trim();
      const ok =
        titles.length === 1 &&
        title &&
        screen &&
        screen.innerText.trim().length > title.length / 2 &&
        all("button:not([disabled]), a[href], input").length > 0;
      if (!ok)
        seen.wrong.push(
          `step ${step}, ${String(does).slice(0, 40)}: ${titles.map((found) => found.textContent)} ${document.body.innerText.slice(0, 200)}`,
        );
      if (seen.wrong.length > 5) break;
      seen.screens[title] = (seen.screens[title] ?? 0) + 1;
      const now = title + screen?.textContent + all("input").map((found) => found.checked) + all("details").map((found) => found.open);
      seen.still = now === last ? seen.still + 1 : 0;
      seen.longest = Math.max(seen.longest, seen.still);
      last = now;
    }
    return { ...seen, said: window.complaints.splice(0) };
  };

  /** Back and Continue in turn, as fast as they can be pressed. */
  window.toAndFro = async (times) => {
    const named = (words) => [...document.querySelectorAll("#checker button")].find((found) => found.textContent.trim() === words);
    const heading = () => document.querySelector("h1")?.textContent.trim();
    const titles = {};
    for (let time = 0; time < times; time += 1) {
      for (const words of ["Back", "Continue"]) {
        const before = heading();
        named(words)?.click();
        // Yew yields to the browser once a rendering took 16 ms, which a busy machine takes for any screen.
        for (let turns = 0; turns < 2 || (turns < 1_000 && heading() === before); turns += 1) await turn();
        titles[heading()] = (titles[heading()] ?? 0) + 1;
      }
    }
    return { titles, said: window.complaints.splice(0) };
  };
}

/** Lets it loose on the page that the driver shows. */
export const letLoose = (driver) => driver.executeScript(`(${inThePage})()`);

const asked = (driver, call, ...values) =>
  driver.executeAsyncScript(
    `const [...values] = arguments, done = values.pop(); window.${call}(...values).then(done, (error) => done(String(error)));`,
    ...values,
  );

export const walk = (driver, seed, steps) => asked(driver, "walk", seed, steps);
export const toAndFro = (driver, times) => asked(driver, "toAndFro", times);
