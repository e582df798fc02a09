// The JavaScript door: evaluate a profile, list the roles. Touches no DOM when it is imported.

import load, { Evaluator, rolesList } from "./engine-wasm.js";
import { EntryCheckerError, profileJson } from "./front-door.js";

export { EntryCheckerError };

// Kept from when this module was loaded, so that a page that changes JSON later does not reach it.
const { parse } = JSON;

let loading;
let ready = false;

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

/** The evaluator of each role asked for, with the lists that its reports refer to. */
const evaluators = new Map();

/**
 * Evaluates a profile for a role.
 * @throws {EntryCheckerError} E_NOT_READY, E_ROLE, E_PROFILE or E_PANIC
 */
export function evaluate(profile, options) {
  return call(() => {
    const role = roleOf(options);
    let known = evaluators.get(role);
    if (known === undefined) {
      const evaluator = new Evaluator(role);
      known = { evaluator, lists: evaluator.lists() };
      evaluators.set(role, known);
    }
    return unpacked(parse(known.evaluator.evaluate(profileJson(profile))), known.lists);
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
  const requirement = (list) => ({ id: list[0], outcome: list[1], because: list[2], source: source(sources[list[3]]) });
  const gap = (list) => ({ requirement: list[0], gain: list[1] });
  const pathway = (list) => ({
    id: list[0],
    outcome: list[1],
    pending: list[2],
    requirements: list[3].map(requirement),
    gaps: list[4].map(gap),
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
  };
}

/** The built-in roles. */
export function roles() {
  return call(rolesList);
}

function roleOf(options) {
  let role;
  try {
    role = options.role;
  } catch {
    // Nothing was handed over, or its getter threw.
  }
  if (typeof role !== "string") throw new EntryCheckerError("E_ROLE", "role: must be text");
  if (role.length > 200) throw new EntryCheckerError("E_ROLE", "role: is too long");
  return role;
}

function call(work) {
  if (!ready) throw new EntryCheckerError("E_NOT_READY", "call init and wait for it first");
  try {
    return work();
  } catch (error) {
    if (error instanceof EntryCheckerError) throw error;
    if (error instanceof WebAssembly.RuntimeError) {
      // After a panic the instance may be half changed: it is not used again.
      ready = false;
      throw new EntryCheckerError("E_PANIC", "the checker stopped");
    }
    throw new EntryCheckerError(error.code, error.message);
  }
}
