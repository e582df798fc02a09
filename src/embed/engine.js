// The JavaScript door: evaluate a profile, list the roles. Touches no DOM when it is imported.

import load, { evaluateJson, rolesList } from "./engine-wasm.js";
import { EntryCheckerError, profileJson } from "./front-door.js";

export { EntryCheckerError };

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

/**
 * Evaluates a profile for a role.
 * @throws {EntryCheckerError} E_NOT_READY, E_ROLE, E_PROFILE or E_PANIC
 */
export function evaluate(profile, options) {
  return call(() => {
    const role = roleOf(options);
    return evaluateJson(profileJson(profile), role);
  });
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
