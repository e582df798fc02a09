// What a page's scripts ask of a checker: in through the front door, out as plain objects that are theirs to read.

import { packJson, profileJson, refusal } from "../shared/safe-json.js";

// Kept from when this module was loaded, so that a page that changes them later does not reach them.
const { parse } = JSON;
const { freeze, values } = Object;

function frozen(text) {
  const deep = (value) => {
    if (typeof value === "object" && value !== null) values(value).forEach(deep);
    return freeze(value);
  };
  return text === undefined ? null : deep(parse(text));
}

/** Has a checker do something, which it may refuse. */
function refused(work) {
  try {
    return work();
  } catch (error) {
    throw typeof error === "string" ? refusal(error) : error;
  }
}

/** On a result, how each route came out. */
export const outcomes = (mounted) =>
  freeze(
    mounted.outcomes().map((one) => {
      const [route, outcome] = one.split(" ");
      return freeze({ route, outcome });
    }),
  );

export const profile = (mounted) => frozen(mounted.profile());
export const result = (mounted) => frozen(mounted.result());
export const evaluate = (mounted, value) => frozen(refused(() => mounted.evaluate(profileJson(value))));
export const take = (mounted, value) => refused(() => mounted.take(profileJson(value)));
export const adopt = (mounted, value, ask) => refused(() => mounted.adopt(packJson(value), ask));
