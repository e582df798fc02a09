// What an element needs only once there is a checker in it, in one file.

export { heedColours } from "./colours.js";
export { keeper, plainText } from "./keep.js";
export { nameParts } from "./parts.js";
export * as programs from "./programs.js";
