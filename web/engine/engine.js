// The JavaScript door: evaluate a profile, compare roles, list them. Touches no DOM when it is imported.

import { EntryCheckerError, eachPackJson, packJson, profileJson, room } from "../shared/safe-json.js";
import load, { Comparer, Evaluator, rolesList } from "./engine-wasm.js";

export { EntryCheckerError };

/** @typedef {typeof import("./engine.js")} Door The types of this module, which engine.d.ts has. */

// Kept from when this module was loaded, so that later changes of the page do not reach them.
const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, prototype } = Object;
/** @type {readonly (object | string)[]} */
const none = [];

/** @type {Promise<void> | undefined} */
let loading;
let ready = false;
let stopped = false;

/**
 * Loads the wasm: from beside this module, or from `source` (its bytes, a compiled module, a URL or a response).
 * May be called more than once; the first call counts, unless it failed.
 * @type {Door["init"]}
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

/**
 * The evaluator of each role asked for; and of each pack, by its text.
 * @type {Map<string, Evaluator>}
 */
const ofRoles = new Map();
/** @type {Map<string, Evaluator>} */
const ofPacks = new Map();

/**
 * Evaluates a profile for a built-in role (`role`, its id) or for a role of the caller's own (`pack`, an object or its
 * JSON text).
 * @throws {EntryCheckerError} E_NOT_READY, E_ROLE, E_PACK, E_PROFILE or E_PANIC
 * @type {Door["evaluate"]}
 */
export function evaluate(profile, options) {
  return call(() => {
    const { role, pack } = optionsOf(options);
    const evaluator =
      pack === undefined ? known(ofRoles, role, () => new Evaluator(role)) : known(ofPacks, pack, () => Evaluator.ofPack(pack));
    return evaluator.evaluate(profileJson(profile));
  });
}

/**
 * @param {Map<string, Evaluator>} evaluators
 * @param {string} name
 * @param {() => Evaluator} make
 */
function known(evaluators, name, make) {
  let found = evaluators.get(name);
  if (found === undefined) {
    found = make();
    evaluators.set(name, found);
  }
  return found;
}

/**
 * The last packs compared, and what compares them: a page asks for the same again and again.
 * @type {{ packs: unknown, comparer: Comparer | undefined }}
 */
let compared = { packs: undefined, comparer: undefined };

/**
 * How a profile stands to every built-in role, and to the roles of `packs` after them: the best outcome of each, best
 * first.
 * @throws {EntryCheckerError} E_NOT_READY, E_PACK, E_PROFILE or E_PANIC
 * @type {Door["compare"]}
 */
export function compare(profile, options = {}) {
  return call(() => {
    const packs = read(options, "packs") ?? none;
    if (compared.comparer === undefined || compared.packs !== packs) {
      const comparer = new Comparer();
      eachPackJson(packs, (pack) => comparer.add(pack));
      comparer.gather();
      compared.comparer?.free();
      compared = { packs, comparer };
    }
    return /** @type {Comparer} */ (compared.comparer).compare(profileJson(profile));
  });
}

/**
 * The built-in roles.
 * @type {Door["roles"]}
 */
export function roles() {
  return call(() => rolesList());
}

/**
 * What to evaluate for: a role by its id, or a pack as text.
 * @param {unknown} options
 * @returns {{ role: string, pack: undefined } | { role: undefined, pack: string }}
 */
function optionsOf(options) {
  const pack = read(options, "pack");
  const role = read(options, "role");
  if (pack !== undefined) {
    if (role !== undefined) throw new EntryCheckerError("E_ROLE", "role: give a role or a pack, not both", "role");
    return { role, pack: packJson(pack) };
  }
  if (typeof role !== "string") throw new EntryCheckerError("E_ROLE", "role: must be text", "role");
  if (role.length > 200) throw new EntryCheckerError("E_ROLE", "role: is too long", "role");
  // Both by name: a page may have put either on every object.
  return { role, pack: undefined };
}

/**
 * An option, by own key and without running a getter; `undefined` where there is none.
 * @param {unknown} options
 * @param {string} name
 * @returns {unknown}
 */
function read(options, name) {
  try {
    const property = getOwnPropertyDescriptor(options, name);
    return property !== undefined && hasOwn(property, "value") ? property.value : undefined;
  } catch {
    // No options at all, or a trap of the caller's threw.
    return undefined;
  }
}

/**
 * @template T
 * @param {() => T} work
 */
function call(work) {
  if (stopped) throw ended();
  if (!ready) throw new EntryCheckerError("E_NOT_READY", "call init and wait for it first");
  room();
  try {
    return work();
  } catch (error) {
    if (isRefusal(error)) throw new EntryCheckerError(error.code, error.message, error.path);
    if (error instanceof EntryCheckerError) throw error;
    // After a panic the instance may be half changed: it is not used again.
    stopped = true;
    throw ended();
  }
}

/**
 * Whether the wasm threw this for a mistake of the caller's. That is a plain object, and what a fault throws is none.
 * @param {unknown} error
 * @returns {error is Pick<EntryCheckerError, "code" | "message" | "path">}
 */
function isRefusal(error) {
  try {
    const thrown = /** @type {object} */ (error);
    return getPrototypeOf(thrown) === prototype && hasOwn(thrown, "code");
  } catch {
    return false;
  }
}

const ended = () => new EntryCheckerError("E_PANIC", "the checker stopped");
