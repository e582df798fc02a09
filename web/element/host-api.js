// What a page's scripts ask of a checker: in through the front door, out as plain objects that are theirs to read.

import { packJson, profileJson, refusal } from "../shared/safe-json.js";

/** @typedef {import("../shared/checker.js").Mounted} Mounted */
/** @typedef {import("../engine/engine.js").Outcome} Outcome */
/** @typedef {import("../engine/engine.js").Profile} Profile */
/** @typedef {import("../engine/engine.js").Report} Report */

// Kept from when this module was loaded, so that a page that changes them later does not reach them.
const { parse } = JSON;
const { freeze, values } = Object;

/**
 * Reads JSON of our own, and freezes all of it; `null` where there is none.
 * @param {string | undefined} text
 * @returns {unknown}
 */
function frozen(text) {
  /** @type {(value: unknown) => unknown} */
  const deep = (value) => {
    if (typeof value === "object" && value !== null) values(value).forEach(deep);
    return freeze(value);
  };
  return text === undefined ? null : deep(parse(text));
}

/**
 * Has a checker do something, which it may refuse.
 * @template T
 * @param {() => T} work
 */
function refused(work) {
  try {
    return work();
  } catch (error) {
    throw typeof error === "string" ? refusal(error) : error;
  }
}

/**
 * On a result, how each route came out.
 * @param {Mounted} mounted
 */
export const outcomes = (mounted) =>
  freeze(
    mounted.outcomes().map((one) => {
      const [route, outcome] = /** @type {[string, Outcome]} */ (one.split(" "));
      return freeze({ route, outcome });
    }),
  );

// The wasm writes this JSON by the contract.
/** @type {(mounted: Mounted) => Profile | null} */
export const profile = (mounted) => /** @type {Profile | null} */ (frozen(mounted.profile()));
/** @type {(mounted: Mounted) => Report | null} */
export const result = (mounted) => /** @type {Report | null} */ (frozen(mounted.result()));
/** @type {(mounted: Mounted, value: unknown) => Report} */
export const evaluate = (mounted, value) => /** @type {Report} */ (frozen(refused(() => mounted.evaluate(profileJson(value)))));
/** @type {(mounted: Mounted, value: unknown) => void} */
export const setProfile = (mounted, value) => refused(() => mounted.setProfile(profileJson(value)));
/** @type {(mounted: Mounted, value: unknown, ask: boolean) => void} */
export const setCustomRole = (mounted, value, ask) => refused(() => mounted.setCustomRole(packJson(value), ask));
