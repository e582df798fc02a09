// The front door: from whatever a caller hands over to JSON text that is safe to give to the wasm.
//
// A host page may hand over anything, and may have changed the built-in prototypes. So this reads own properties
// only, never runs a getter, keeps caps on depth, size and number, and writes the JSON itself. What the profile or the
// pack means is not decided here: the strict decoders behind it do that.

// Kept from when this module was loaded, so that later changes of the page do not reach them.
const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, keys } = Object;
const { isArray } = Array;
const { isFinite: isFiniteNumber } = Number;
const { stringify } = JSON;

/** @typedef {import("../engine/engine.js").EntryCheckerError["code"]} Code */
/** @typedef {{ readonly code: Code, readonly name: string, readonly length: number, readonly depth: number, readonly entries: number, readonly key: number }} Kind */

/**
 * What may be handed over, by kind: the code and the name for messages, and the caps.
 * @type {Kind}
 */
const PROFILE = { code: "E_PROFILE", name: "profile", length: 16_384, depth: 6, entries: 200, key: 40 };
/**
 * A role with a programme and a division of its own is eleven deep.
 * @type {Kind}
 */
const PACK = { code: "E_PACK", name: "pack", length: 65_536, depth: 16, entries: 1_000, key: 200 };
/** The most packs in a list. */
const MOST_PACKS = 10_000;

/**
 * Fails, as the caller's own code would, where a caller has used up its stack: wasm that finds no more room stops in the
 * midst of what it does, and cannot be used again. In Node 700 calls were seen to be enough where they take the least room,
 * and 500 too few.
 * @type {(calls?: number) => number}
 */
export const room = (calls = 1000) => calls && 1 + room(calls - 1);

/** A mistake in a call: `code` and `path` for programs, `message` (the path, then what is wrong) for people. */
export class EntryCheckerError extends Error {
  // As fields: where a page has put these names on every object, they could not be assigned.
  /** @override */
  name = "EntryCheckerError";
  /** @type {Code} */
  code;
  /** @type {string | undefined} */
  path;

  /**
   * @param {Code} code
   * @param {string} message
   * @param {string} [path]
   */
  constructor(code, message, path) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

/**
 * The mistake that the page's wasm refused something with: the code and what is wrong, in one text.
 * @param {string} text
 */
export function refusal(text) {
  const [code] = /** @type {[Code]} */ (text.split(" ", 1));
  return new EntryCheckerError(code, text.slice(code.length + 1));
}

/**
 * Writes a profile as JSON text. Text is taken to be JSON already.
 * @param {unknown} profile
 * @returns {string}
 * @throws {EntryCheckerError} E_PROFILE
 */
export const profileJson = (profile) => json(profile, PROFILE);

/**
 * Writes the pack of a role as JSON text. Text is taken to be JSON already.
 * @param {unknown} pack
 * @returns {string}
 * @throws {EntryCheckerError} E_PACK
 */
export const packJson = (pack) => json(pack, PACK);

/**
 * Reads a list of packs, and gives each to `take` as JSON text.
 * @param {unknown} packs
 * @param {(text: string) => void} take
 * @throws {EntryCheckerError} E_PACK
 */
export function eachPackJson(packs, take) {
  const length = reading(PACK, () => {
    if (!isArray(packs)) throw refuse(PACK, "packs", "must be a list");
    // As a number: a proxy may call anything its length.
    return packs.length >>> 0;
  });
  if (length > MOST_PACKS) throw refuse(PACK, "packs", `has more than ${MOST_PACKS} entries`);
  for (let index = 0; index < length; index += 1) {
    take(packJson(reading(PACK, () => own(/** @type {object} */ (packs), PACK, index, `packs[${index}]`))));
  }
}

/**
 * @param {unknown} value
 * @param {Kind} kind
 */
function json(value, kind) {
  if (typeof value === "string") {
    if (value.length > kind.length) throw refuse(kind, "", "is too long");
    return value;
  }
  const text = reading(kind, () => write(value, kind, "", 0, kind.length));
  if (text === undefined) throw refuse(kind, "", "must be an object");
  return text;
}

/**
 * Does what reads something of the caller's, and refuses that where a trap of it or a revoked proxy throws.
 * @template T
 * @param {Kind} kind
 * @param {() => T} work
 */
function reading(kind, work) {
  try {
    return work();
  } catch (error) {
    if (error === refused) throw error;
    // What it threw is not ours to pass on, nor to be asked what it is: to look at it may throw again.
    throw refuse(kind, "", "could not be read");
  }
}

/**
 * The last that was refused.
 * @type {EntryCheckerError | undefined}
 */
let refused;

/**
 * @param {Kind} kind
 * @param {string} path
 * @param {string} what
 */
function refuse(kind, path, what) {
  const place = path === "" ? kind.name : path;
  refused = new EntryCheckerError(kind.code, `${place}: ${what}`, place);
  return refused;
}

/**
 * The JSON of a value, at most `room` long; `undefined` where there is nothing to write.
 * @param {unknown} value
 * @param {Kind} kind
 * @param {string} path
 * @param {number} depth
 * @param {number} room
 * @returns {string | undefined}
 */
function write(value, kind, path, depth, room) {
  switch (typeof value) {
    case "string":
      if (value.length > room) throw refuse(kind, path, "is too long");
      return stringify(value);
    case "number":
      if (!isFiniteNumber(value)) throw refuse(kind, path, "must be a finite number");
      return `${value}`;
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
      return undefined;
    case "object":
      if (value === null) return "null";
      if (depth >= kind.depth) throw refuse(kind, path, "is nested too deeply");
      return isArray(value) ? writeList(value, kind, path, depth, room) : writeObject(value, kind, path, depth, room);
    default:
      throw refuse(kind, path, `must not be a ${typeof value}`);
  }
}

/**
 * @param {readonly unknown[]} list
 * @param {Kind} kind
 * @param {string} path
 * @param {number} depth
 * @param {number} room
 */
function writeList(list, kind, path, depth, room) {
  const { length } = list;
  if (length > kind.entries) throw refuse(kind, path, `has more than ${kind.entries} entries`);
  let text = "[";
  for (let index = 0; index < length; index += 1) {
    const at = `${path}[${index}]`;
    const entry = write(own(list, kind, index, at), kind, at, depth + 1, room - text.length);
    if (entry === undefined) throw refuse(kind, at, "is missing");
    text += index === 0 ? entry : `,${entry}`;
    if (text.length > room) throw refuse(kind, path, "is too long");
  }
  return `${text}]`;
}

/**
 * @param {object} object
 * @param {Kind} kind
 * @param {string} path
 * @param {number} depth
 * @param {number} room
 */
function writeObject(object, kind, path, depth, room) {
  const prototype = getPrototypeOf(object);
  // A plain object of this page or of another frame; not a Date, a Map, a node, an instance of a class.
  if (prototype !== null && getPrototypeOf(prototype) !== null) throw refuse(kind, path, "must be a plain object");
  const names = keys(object);
  if (names.length > kind.entries) throw refuse(kind, path, `has more than ${kind.entries} keys`);
  let text = "{";
  for (let index = 0; index < names.length; index += 1) {
    const name = /** @type {string} */ (names[index]);
    if (name.length > kind.key) throw refuse(kind, path, "has a key that is too long");
    const at = path === "" ? name : `${path}.${name}`;
    const entry = write(own(object, kind, name, at), kind, at, depth + 1, room - text.length);
    if (entry === undefined) continue;
    text += `${text === "{" ? "" : ","}${stringify(name)}:${entry}`;
    if (text.length > room) throw refuse(kind, path, "is too long");
  }
  return `${text}}`;
}

/**
 * An own value, never by running a getter.
 * @param {object} holder
 * @param {Kind} kind
 * @param {string | number} name
 * @param {string} path
 * @returns {unknown}
 */
function own(holder, kind, name, path) {
  const property = getOwnPropertyDescriptor(holder, name);
  if (property === undefined) throw refuse(kind, path, "is missing");
  // Read by own key: a page may have put `get` or `value` on Object.prototype.
  if (!hasOwn(property, "value")) throw refuse(kind, path, "must be a plain value, not a getter");
  return property.value;
}
