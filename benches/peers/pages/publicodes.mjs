// The same questions as a page made with Publicodes and its forms, which leave the drawing to the page. QUESTIONS comes
// from the bench.

import { FormBuilder } from "@publicodes/forms";
import Engine from "publicodes";

import { rules } from "../publicodes-rules.mjs";

const builder = new FormBuilder({ engine: new Engine(rules(QUESTIONS), { flag: { filterNotApplicablePossibilities: true } }) });
let state = builder.start(FormBuilder.newState(), "stp", "ptp");
const place = document.getElementById("checker");

function element(name, attributes, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

function show() {
  const { elements } = builder.currentPage(state);
  const fields = elements.map((one) => {
    const choices = (one.options ?? []).map((option) =>
      element(
        "label",
        {},
        element("input", { type: "radio", name: one.id, onchange: () => (state = builder.handleInputChange(state, one.id, option.value)) }),
        option.label,
      ),
    );
    const input = one.options
      ? choices
      : [
          element("input", {
            type: "number",
            onchange: ({ target }) => (state = builder.handleInputChange(state, one.id, target.valueAsNumber)),
          }),
        ];
    return element("fieldset", {}, element("legend", {}, one.label), ...input);
  });
  const on = element(
    "button",
    {
      type: "button",
      onclick: () => {
        state = builder.goToNextPage(state);
        show();
      },
    },
    "Continue",
  );
  place.replaceChildren(...fields, on);
}

show();
