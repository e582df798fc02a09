// The questions of the pages that stand beside ours, as ours ask them.

import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const sentences = read("src/copy/en.json");

/** A sentence of our own deck. */
export const said = (key) => sentences[key];
/** The names of the subjects that a person can pick for a degree. */
export const subjects = read("roles/subjects/degree.json").subjects.map(({ id, name }) => name ?? id.replaceAll("-", " "));
