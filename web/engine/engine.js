// The JavaScript door: evaluate a profile, compare roles, list them. Touches no DOM when it is imported.

import load, { Comparer, Evaluator, rolesList } from "./engine-wasm.js";
import { EntryCheckerError, packJson, profileJson, refusal, room } from "../shared/safe-json.js";

export { EntryCheckerError };

// Kept from when this module was loaded, so that a page that changes JSON later does not reach it.
const { parse } = JSON;
const { isArray } = Array;
const { getOwnPropertyDescriptor, hasOwn } = Object;
const none = [];

let loading;
let ready = false;
let stopped = false;

/**
 * Loads the wasm: from beside this module, or from `source` (its bytes, a compiled module, a URL or a response).
 * May be called more than once; the first call counts, unless it failed.
 * @param {BufferSource | WebAssembly.Module | URL | string | Response | Promise<Response>} [source]
 * @returns {Promise<void>}
 */
export function init(source) {
  loading ??= Promise.resolve(load(source === undefined ? undefined : { module_or_path: source })).then(
    () => {
      ready = true;
    },
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export default init;

/** The evaluator of each role asked for, with the lists that its reports refer to; and of each pack, by its text. */
const ofRoles = new Map();
const ofPacks = new Map();

/**
 * Evaluates a profile for a built-in role (`role`, its id) or for a role of the caller's own (`pack`, an object or its
 * JSON text).
 * @throws {EntryCheckerError} E_NOT_READY, E_ROLE, E_PACK, E_PROFILE or E_PANIC
 */
export function evaluate(profile, options) {
  return call(() => {
    const { role, pack } = optionsOf(options);
    const { evaluator, lists } =
      pack === undefined
        ? known(ofRoles, role, () => new Evaluator(role))
        : known(ofPacks, pack, () => Evaluator.ofPack(pack));
    return unpacked(parse(evaluator.evaluate(profileJson(profile))), lists);
  });
}

function known(evaluators, name, make) {
  let found = evaluators.get(name);
  if (found === undefined) {
    const evaluator = make();
    found = { evaluator, lists: parse(evaluator.lists()) };
    evaluators.set(name, found);
  }
  return found;
}

/** The last packs compared, and what compares them: a page asks for the same again and again. */
let compared = { packs: undefined, comparer: undefined, lists: undefined };

/**
 * How a profile stands to every built-in role, and to the roles of `packs` after them: the best outcome of each, best
 * first.
 * @throws {EntryCheckerError} E_NOT_READY, E_PACK, E_PROFILE or E_PANIC
 */
export function compare(profile, options = {}) {
  return call(() => {
    const packs = read(options, "packs") ?? none;
    if (compared.comparer === undefined || compared.packs !== packs) {
      if (!isArray(packs)) throw new EntryCheckerError("E_PACK", "packs: must be a list");
      const comparer = new Comparer();
      for (let index = 0; index < packs.length; index += 1) comparer.add(packJson(packs[index]));
      comparer.gather();
      compared.comparer?.free();
      compared = { packs, comparer, lists: parse(comparer.lists()) };
    }
    const { comparer, lists } = compared;
    return parse(comparer.compare(profileJson(profile))).map((best) => {
      const { role, name, division, routes } = lists[best[0]];
      return { role, name, division, route: routes[best[1]], outcome: best[2], pending: best[3] };
    });
  });
}

/**
 * A report from its lists. What it refers to is copied: each report is the caller's to change.
 * Read by index, and written out in full: taking lists apart by pattern and spreading objects is several times slower.
 */
function unpacked(report, { sources, cautions }) {
  const source = ({ quote, url, basis, checked }) => ({ quote, url, basis, checked });
  const caution = (place) => {
    const { url, basis, checked } = cautions[place].source;
    return { text: cautions[place].text, source: { url, basis, checked } };
  };
  const requirement = (list) => ({
    id: list[0],
    outcome: list[1],
    because: list[2],
    reason: list[4],
    source: source(sources[list[3]]),
  });
  const gap = (list) => ({ requirement: list[0], gain: list[1] });
  const pathway = (list) => ({
    id: list[0],
    outcome: list[1],
    pending: list[2],
    requirements: list[3].map(requirement),
    gaps: list[4].map(gap),
    plan: list[5],
  });
  const route = (list) => ({
    id: list[0],
    outcome: list[1],
    pending: list[2],
    pathways: list[3].map(pathway),
    cautions: list[4].map(caution),
  });
  return {
    role: report[0],
    rulesVersion: report[1],
    routes: report[2].map(route),
    recommended: report[3],
    next: report[4],
    understood: report[5],
  };
}

/** The built-in roles. */
export function roles() {
  return call(() => parse(rolesList()));
}

function optionsOf(options) {
  const pack = read(options, "pack");
  const role = read(options, "role");
  if (pack !== undefined) {
    if (role !== undefined) throw new EntryCheckerError("E_ROLE", "role: give a role or a pack, not both");
    return { role, pack: packJson(pack) };
  }
  if (typeof role !== "string") throw new EntryCheckerError("E_ROLE", "role: must be text");
  if (role.length > 200) throw new EntryCheckerError("E_ROLE", "role: is too long");
  // Both by name: a page may have put either on every object.
  return { role, pack: undefined };
}

/** An option, by own key and without running a getter; `undefined` where there is none. */
function read(options, name) {
  try {
    const property = getOwnPropertyDescriptor(options, name);
    return property !== undefined && hasOwn(property, "value") ? property.value : undefined;
  } catch {
    // No options at all, or a trap of the caller's threw.
    return undefined;
  }
}

function call(work) {
  if (stopped) throw ended();
  if (!ready) throw new EntryCheckerError("E_NOT_READY", "call init and wait for it first");
  room();
  try {
    return work();
  } catch (error) {
    if (typeof error === "string") throw refusal(error);
    if (error instanceof EntryCheckerError) throw error;
    // After a panic the instance may be half changed: it is not used again.
    stopped = true;
    throw ended();
  }
}

const ended = () => new EntryCheckerError("E_PANIC", "the checker stopped");
