// The roles, from their packs. Tests count them here, so that a new role breaks no count.

import { readdirSync, readFileSync } from "node:fs";
import { root } from "./server.mjs";

const names = readdirSync(`${root}roles`).filter((name) => name.endsWith(".json") && name !== "schema.json");

/** The packs of all roles, in the order of the names of their files. */
export const PACKS = names.sort().map((name) => JSON.parse(readFileSync(`${root}roles/${name}`, "utf8")));
