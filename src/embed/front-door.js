// The front door: from whatever a caller hands over to JSON text that is safe to give to the wasm.
//
// A host page may hand over anything, and may have changed the built-in prototypes. So this reads own properties
// only, never runs a getter, keeps caps on depth, size and number, and writes the JSON itself. What the profile means
// is not decided here: the strict decoder behind it does that.

// Kept from when this module was loaded, so that later changes of the page do not reach them.
const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, keys } = Object;
const { isArray } = Array;
const { isFinite } = Number;
const { stringify } = JSON;

/** The longest profile, as JSON, in UTF-16 units. */
export const MAX_LENGTH = 16_384;
/** The deepest profile; the contract's own shape is three deep. */
const MAX_DEPTH = 6;
/** The most entries in one list or object. */
const MAX_ENTRIES = 200;

/** A mistake in a call: `code` for programs, `message` (the path, then what is wrong) for people. */
export class EntryCheckerError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "EntryCheckerError";
    this.code = code;
  }
}

/**
 * Writes a profile as JSON text. Text is taken to be JSON already.
 * @param {unknown} profile
 * @returns {string}
 * @throws {EntryCheckerError} E_PROFILE
 */
export function profileJson(profile) {
  if (typeof profile === "string") {
    if (profile.length > MAX_LENGTH) throw refuse("", "is too long");
    return profile;
  }
  try {
    const json = write(profile, "", 0, MAX_LENGTH);
    if (json === undefined) throw refuse("", "must be an object");
    return json;
  } catch (error) {
    if (error instanceof EntryCheckerError) throw error;
    // A trap or a revoked proxy of the caller's threw. What it threw is not ours to pass on.
    throw refuse("", "could not be read");
  }
}

function refuse(path, what) {
  return new EntryCheckerError("E_PROFILE", `${path === "" ? "profile" : path}: ${what}`);
}

/** The JSON of a value, at most `room` long; `undefined` where there is nothing to write. */
function write(value, path, depth, room) {
  switch (typeof value) {
    case "string":
      if (value.length > room) throw refuse(path, "is too long");
      return stringify(value);
    case "number":
      if (!isFinite(value)) throw refuse(path, "must be a finite number");
      return `${value}`;
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
      return undefined;
    case "object":
      if (value === null) return "null";
      if (depth >= MAX_DEPTH) throw refuse(path, "is nested too deeply");
      return isArray(value) ? writeList(value, path, depth, room) : writeObject(value, path, depth, room);
    default:
      throw refuse(path, `must not be a ${typeof value}`);
  }
}

function writeList(list, path, depth, room) {
  const { length } = list;
  if (length > MAX_ENTRIES) throw refuse(path, `has more than ${MAX_ENTRIES} entries`);
  let json = "[";
  for (let index = 0; index < length; index += 1) {
    const at = `${path}[${index}]`;
    const entry = write(own(list, index, at), at, depth + 1, room - json.length);
    if (entry === undefined) throw refuse(at, "is missing");
    json += index === 0 ? entry : `,${entry}`;
    if (json.length > room) throw refuse(path, "is too long");
  }
  return `${json}]`;
}

function writeObject(object, path, depth, room) {
  const prototype = getPrototypeOf(object);
  // A plain object of this page or of another frame; not a Date, a Map, a node, an instance of a class.
  if (prototype !== null && getPrototypeOf(prototype) !== null) throw refuse(path, "must be a plain object");
  const names = keys(object);
  if (names.length > MAX_ENTRIES) throw refuse(path, `has more than ${MAX_ENTRIES} keys`);
  let json = "{";
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    if (name.length > 40) throw refuse(path, "has a key that is too long");
    const at = path === "" ? name : `${path}.${name}`;
    const entry = write(own(object, name, at), at, depth + 1, room - json.length);
    if (entry === undefined) continue;
    json += `${json === "{" ? "" : ","}${stringify(name)}:${entry}`;
    if (json.length > room) throw refuse(path, "is too long");
  }
  return `${json}}`;
}

/** An own value, never by running a getter. */
function own(holder, name, path) {
  const property = getOwnPropertyDescriptor(holder, name);
  if (property === undefined) throw refuse(path, "is missing");
  // Read by own key: a page may have put `get` or `value` on Object.prototype.
  if (!hasOwn(property, "value")) throw refuse(path, "must be a plain value, not a getter");
  return property.value;
}
