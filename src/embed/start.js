// Starts the checker on its own page. Until it is ready, and where it cannot start, the page's own words stay.

import load, { mount } from "./checker.js";

/** How long to wait, in milliseconds, before saying that it did not work. */
const PATIENCE = 8000;
const ROLE = "clinical-or-medical-technology";

const place = document.getElementById("checker");

function fail(code) {
  document.getElementById("loading")?.remove();
  document.getElementById("failed")?.removeAttribute("hidden");
  console.warn(`entry-checker: ${code}`);
}

const late = setTimeout(() => fail("E_TIMEOUT"), PATIENCE);
load().then(
  () => {
    clearTimeout(late);
    place.replaceChildren();
    mount(place, ROLE, true);
  },
  () => {
    clearTimeout(late);
    fail("E_FETCH");
  },
);
