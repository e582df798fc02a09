// The engine on a page that has put keys on every object, or changed the built-ins, after the engine was loaded: every value
// that comes out is what it is on a page that has not.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { compare, EntryCheckerError, evaluate, init, roles } from "../../dist/engine.js";
import { ROLE } from "../support/cases.mjs";
import { root } from "../support/server.mjs";

await init(await readFile(`${root}dist/engine-wasm_bg.wasm`));

// The test keeps what it needs, as the engine does.
const { defineProperty, getOwnPropertyDescriptor } = Object;
const role = { role: ROLE };

/** Calls that together give every kind of value that the engine hands out, errors too. */
const CALLS = [
  () => evaluate({ degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] }, role),
  () =>
    evaluate(
      { degree: [{ award: "bachelor-honours", subject: "Mech Eng" }], level3: [{ award: "a-level", subject: "history" }], gcse: [] },
      role,
    ),
  () => evaluate({ degree: [{ award: "hnd" }], level3: [], gcse: [], higherDegree: [] }, role),
  () => compare({ degree: [] }),
  () => roles(),
  () => evaluate({ degree: [{ award: "none" }] }, role),
  () => evaluate({ degree: 1n }, role),
  () => evaluate({}, { role: "none" }),
  () => evaluate({}, { pack: {} }),
  () => compare({}, { packs: [{ id: 1 }] }),
];

/** Makes each call, and gives what each returned or threw. Nothing here reads what a page may have changed. */
function outcomes() {
  const all = [];
  for (let index = 0; index < CALLS.length; index += 1) {
    let value;
    try {
      value = CALLS[index]();
    } catch (error) {
      value = error;
    }
    defineProperty(all, index, { __proto__: null, value, enumerable: true });
  }
  return all;
}

/** The same for comparison: of an error its name, its message and its own keys. */
const comparable = (all) => all.map((one) => (one instanceof EntryCheckerError ? { ...one, message: one.message } : one));

/** Defines properties, makes the calls, and puts back what was there. */
function outcomesWith(target, names, property) {
  const had = names.map((name) => getOwnPropertyDescriptor(target, name));
  try {
    for (let index = 0; index < had.length; index += 1) {
      defineProperty(target, names[index], { __proto__: null, ...property, configurable: true });
    }
    return outcomes();
  } finally {
    for (let index = 0; index < had.length; index += 1) {
      delete target[names[index]];
      if (had[index] !== undefined) defineProperty(target, names[index], had[index]);
    }
  }
}

const before = comparable(outcomes());

/** Every key of a value and of what is in it, those of lists too. */
const keysIn = (value) =>
  typeof value === "object" && value !== null ? Object.keys(value).flatMap((key) => [key, ...keysIn(value[key])]) : [];
const KEYS = [...new Set(keysIn(before))];
/** Names that the language itself, or the definition of a property, looks for on an object. */
const LANGUAGE = ["__proto__", "constructor", "get", "set", "value", "writable", "enumerable", "configurable", "then"];

const calledWith = [];
const WAYS = {
  "a setter": { get: () => "changed", set: (value) => calledWith.push(value) },
  "a getter": { get: () => "changed" },
  "a getter that throws": {
    get() {
      throw new Error("inherited");
    },
  },
  "a value": { value: "changed", writable: true },
  "a value that cannot be written": { value: "changed" },
};

for (const [way, property] of Object.entries(WAYS)) {
  test(`every key that comes out is ${way} of every object`, () => {
    for (const key of ["because", "atMost", "steps", "understood", "division", "path", "8"]) assert.ok(KEYS.includes(key), key);
    for (const target of [Object.prototype, Array.prototype]) {
      for (const name of [...KEYS, ...LANGUAGE]) {
        assert.deepEqual(comparable(outcomesWith(target, [name], property)), before, name);
      }
      assert.deepEqual(comparable(outcomesWith(target, KEYS, property)), before, "all at once");
    }
    assert.deepEqual(calledWith, [], "no setter was called");
  });
}

const BUILT_INS = [
  [globalThis, ["Object", "Array", "Map", "JSON", "Reflect", "String", "Number", "Symbol", "Proxy"]],
  [
    Object,
    ["create", "keys", "assign", "entries", "defineProperty", "setPrototypeOf", "getPrototypeOf", "getOwnPropertyDescriptor", "hasOwn"],
  ],
  [Reflect, ["set", "get", "apply", "construct", "defineProperty", "ownKeys"]],
  [JSON, ["parse", "stringify"]],
  [Array, ["isArray", "from", "of"]],
  [Array.prototype, ["map", "push", "forEach", "slice", "concat", "join", Symbol.iterator]],
];

test("built-ins that a page has changed are not used", () => {
  const value = () => {
    throw new Error("changed");
  };
  for (const [target, names] of BUILT_INS) {
    for (const name of names) {
      assert.deepEqual(comparable(outcomesWith(target, [name], { value, writable: true })), before, String(name));
    }
  }
});
