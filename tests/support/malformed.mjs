// Profiles as no page should hand them over: a good one with something hostile at some of its places. The same ones in every
// browser and in Node, from a fixed seed.

import { dice } from "../../benches/peers/facts.mjs";

/** What a person typed. It is never to be in a message. */
export const TYPED = "Zebedee of Ambleside";

/** A profile that is right, with something in each section. */
const good = (one, roll) => ({
  gcse: [
    { subject: "mathematics", grade: one(["9", "5", "A*", "C"]), status: one(["awarded", "predicted"]) },
    { subject: TYPED, grade: "6", count: 1 + roll(5) },
  ],
  level3: [{ award: "a-level", subject: one(["physics", TYPED]), grade: one(["A", "B", "E"]) }],
  degree: [{ award: one(["bachelor-honours", "hnd"]), subject: one(["physics", TYPED]), class: one(["first", "2:2"]) }],
  higherDegree: [{ award: one(["msc", "phd"]), subject: TYPED, status: "awarded" }],
});

const thrower = () => {
  throw new Error(TYPED);
};
/** To look at what was thrown throws again. */
const twice = () => {
  throw new Proxy({}, { getPrototypeOf: thrower, get: thrower, has: thrower });
};
const nothing = () => {
  throw null;
};
const deep = (levels, wrap) => {
  let made = {};
  for (let level = 0; level < levels; level += 1) made = wrap(made);
  return made;
};
/** What takes long to make is made once. */
const once = (make) => {
  let made;
  return () => (made ??= make());
};
const getter = (get, name = "subject") => Object.defineProperty({}, name, { get, enumerable: true });
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
class Instance {
  award = "msc";
}

/** A node of the page, where there is a page. */
const node = () => (typeof document === "undefined" ? new Instance() : document.createElement("p"));

/** What may stand where something else has to. Each is made anew from what stood there. */
const VALUES = [
  () => undefined,
  () => null,
  () => true,
  () => NaN,
  () => -0,
  () => -1,
  () => 1e9,
  () => 1.5,
  () => Infinity,
  () => 2 ** 53,
  () => 3n,
  () => Symbol(TYPED),
  () => Symbol.iterator,
  () => thrower,
  () => thrower(),
  () => new Date(0),
  () => new Map([["award", "msc"]]),
  () => new Set(["msc"]),
  () => new WeakMap(),
  () => /physics/,
  () => Promise.resolve("msc"),
  () => new Uint8Array(9),
  () => new String("msc"),
  () => Object("msc"),
  () => new Number(3),
  () => new Error(TYPED),
  () => new Instance(),
  () => Instance,
  node,
  () => globalThis,
  () => revoked(),
  () => "",
  () => "\0",
  () => "\ud800",
  () => "\u202e2:1",
  () => "__proto__",
  () => "constructor",
  () => "first ",
  () => "FIRST",
  () => "2.1",
  () => "b".repeat(300),
  once(() => "x".repeat(10_000_000)),
  () => ({}),
  () => [],
  () => [[]],
  once(() => Array(1e6)),
  // A list whose first place is empty.
  () => Object.assign(Array(2), { 1: 1 }),
  () => Object.assign([], { length: 300 }),
  () => Array.from({ length: 150 }, () => ({})),
  () => ({ length: 1, 0: {} }),
  once(() => deep(100_000, (inner) => ({ gcse: inner }))),
  once(() => deep(100_000, (inner) => [inner])),
  once(() => deep(200, (inner) => new Proxy(inner, {}))),
  once(() => deep(100_000, (inner) => new Proxy(inner, {}))),
  once(() => deep(2_000, (inner) => Object.create(inner))),
  () => getter(thrower),
  () => getter(() => TYPED),
  () => getter(nothing, "award"),
  () => new Proxy({}, { ownKeys: thrower }),
  () => new Proxy({}, { ownKeys: twice }),
  () => new Proxy({}, { ownKeys: nothing }),
  () => new Proxy({}, { getPrototypeOf: thrower }),
  () => new Proxy({}, { getPrototypeOf: twice }),
  () => new Proxy({}, { ownKeys: () => [TYPED], getOwnPropertyDescriptor: twice }),
  () => new Proxy([1], { get: thrower }),
  () => new Proxy([1], { get: (list, name) => (name === "length" ? { valueOf: twice } : list[name]) }),
  () => new Proxy([1], { get: (list, name) => (name === "length" ? -1 : list[name]) }),
  () => new Proxy({}, { ownKeys: () => Array.from({ length: 100_000 }, (_, number) => `k${number}`) }),
  () => new Proxy(() => {}, {}),
  (was) => (typeof was === "object" ? JSON.stringify(was) : `${was} `),
];

/** What may be done to a thing or a list that stays what it is, or looks like it. */
const CHANGES = [
  (was) => Object.create(was),
  (was) => new Proxy(was, {}),
  (was) => Object.freeze(was),
  (was) => (Array.isArray(was) ? was : Object.assign(Object.create(null), was)),
  (was) => Object.assign(was, { [TYPED.slice(0, 7)]: 1 }),
  (was) => Object.assign(was, { ["k".repeat(50)]: 1 }),
  (was) => Object.assign(was, { award: "bachelor-honors" }),
  (was) => Object.assign(was, { toJSON: thrower, valueOf: thrower, toString: thrower }),
  (was) => Object.assign(was, { [Symbol.iterator]: thrower, [Symbol.toPrimitive]: thrower }),
  (was) => Object.defineProperty(was, "constructor", { value: thrower }),
  (was) => Object.defineProperty(was, "__proto__", { value: { award: "msc" }, enumerable: true }),
  (was) =>
    Object.setPrototypeOf(was, {
      get award() {
        throw new Error(TYPED);
      },
    }),
  (was) => Object.setPrototypeOf(was, Array.isArray(was) ? null : Array.prototype),
  (was) => Object.assign(was, { subject: was }),
  (was) => Object.defineProperty(was, Object.keys(was)[0] ?? "x", { get: thrower, enumerable: true, configurable: true }),
  (was) => Object.defineProperty(was, Object.keys(was)[0] ?? "x", { value: was, enumerable: false, configurable: true }),
  (was) => {
    delete was[Object.keys(was)[0]];
    return was;
  },
  (was) => (Array.isArray(was) ? Object.assign(was, { length: was.length + 2 }) : was),
];

/** Every place in a thing: what holds it, and under which name. */
function places(holder) {
  return Object.keys(holder).flatMap((name) => {
    const inner = holder[name];
    return [[holder, name], ...(typeof inner === "object" ? places(inner) : [])];
  });
}

/** A profile with one to three hostile changes; or something hostile in the place of one. */
function malformed(roll) {
  const one = (list) => list[roll(list.length)];
  const profile = good(one, roll);
  // A value that is thrown while it is made, as by a getter, is none.
  const value = (was) => {
    try {
      return one(VALUES)(was);
    } catch {
      return undefined;
    }
  };
  if (roll(12) === 0) return value(profile);
  if (roll(12) === 0) return one(CHANGES)(profile);
  // What was changed first is changed no more: to look into it may throw.
  const all = places(profile);
  const changed = new Map();
  for (let left = 1 + roll(3); left > 0; left -= 1) {
    const [holder, name] = one(all);
    if (!changed.has(holder)) changed.set(holder, new Set());
    if (changed.get(holder).has(name) || Object.isFrozen(holder)) continue;
    changed.get(holder).add(name);
    const was = holder[name];
    const inside = typeof was === "object" && was !== null && roll(2) === 0;
    const now = inside ? one(CHANGES)(was) : value(was);
    if (Object.getOwnPropertyDescriptor(holder, name)?.writable) holder[name] = now;
  }
  return profile;
}

/** Somebody of whom every route is decided. */
export const GOOD = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] };

/** What came of a call: a report as JSON text, or a code and a message. */
function cameOf(call) {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

/**
 * Hands each of so many to `call`, and after each something good. Gives what came of each, and what broke a promise: an
 * error of another kind, words of a person in it, another answer afterwards.
 */
export function handOver(number, seed, call, EntryCheckerError) {
  const roll = dice(seed);
  const golden = call(GOOD);
  const [came, broken] = [[], []];
  for (let at = 0; at < number; at += 1) {
    const profile = malformed(roll);
    const one = cameOf(() => call(profile));
    const said = typeof one === "string" ? one : `${one?.code} ${one?.message}`;
    came.push(said);
    if (typeof one !== "string") {
      const known = one instanceof EntryCheckerError && one.code === "E_PROFILE";
      if (!known || said.includes(TYPED) || said.length > 200) broken.push(`${at}: ${said}`);
    }
    const after = cameOf(() => call(GOOD));
    if (after !== golden) broken.push(`${at}: another answer after ${said}: ${after}`);
  }
  return { came, broken };
}

/** Names that our own code reads of objects or writes to them, and that pages have put on all of them. */
export const INHERITED = [
  "gcse",
  "level3",
  "degree",
  "higherDegree",
  "award",
  "subject",
  "class",
  "grade",
  "status",
  "count",
  "get",
  "set",
  "value",
  "enumerable",
  "message",
  "toJSON",
  "then",
  "role",
  "pack",
  "code",
  "id",
  "name",
  "division",
  "source",
  "route",
  "routes",
  "outcome",
  "pending",
  "because",
  "text",
  "path",
  "0",
  "1",
];

/**
 * What comes of `call` while every object inherits each name in turn: as a value, as a function that nothing can
 * be put in the place of, as a getter that throws, and as a setter. Gives the names and ways with which it is not what it
 * is without, and how many were tried.
 */
export function inheriting(call) {
  const all = () => JSON.stringify(call());
  const before = all();
  const ways = {
    value: { value: "first", writable: true },
    function: { value: () => "first" },
    getter: { get: thrower },
    setter: { get: () => "first", set: () => {} },
  };
  const tried = INHERITED.flatMap((name) => Object.entries(ways).map(([kind, way]) => [name, way, kind]));
  const changed = tried.filter(([name, way]) => {
    Object.defineProperty(Object.prototype, name, { ...way, configurable: true });
    const came = cameOf(call);
    delete Object.prototype[name];
    return JSON.stringify(came) !== before;
  });
  return { tried: tried.length, changed: changed.map(([name, , kind]) => `${name} as a ${kind}`) };
}
