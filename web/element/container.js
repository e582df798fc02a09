// What stands in the shadow root: a region with the checker in it, and places for what the page puts beside the checker.

/**
 * The slots, and on which screens each is shown.
 * @type {Readonly<Record<string, RegExp>>}
 */
const SLOTS = { intro: /^(q\/stage)?$/, "after-result": /^result$/, footer: /^/ };

/** The place of the fallback. */
export const fallback = () => document.createElement("slot");

/**
 * The region, and in it the place where the checker is drawn.
 * @param {HTMLElement} place
 */
export function makeContainer(place) {
  const box = document.createElement("div");
  box.className = "ec-widget";
  box.part = "container";
  box.role = "region";
  const [intro = "", ...others] = Object.keys(SLOTS).map((name) => {
    const slot = fallback();
    slot.name = name;
    slot.part = name;
    slot.hidden = true;
    return slot;
  });
  box.append(intro, place, ...others);
  return box;
}

/**
 * @param {HTMLElement} box
 * @param {string} screen
 */
export function showSlots(box, screen) {
  for (const slot of box.querySelectorAll("slot")) slot.hidden = !SLOTS[slot.name]?.test(screen);
}
