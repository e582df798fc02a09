// Style sheets as real sites have them, and worse: none of them is to reach a checker on the page.

import { readFileSync } from "node:fs";

import { root } from "./server.mjs";

const from = (name) => readFileSync(`${root}node_modules/${name}`, "utf8");

/** Whatever a sheet does, the element has the same width and place; what is around it is the page's. */
export const FRAME = `html body main #frame#frame#frame {
  all: unset !important; display: block !important; width: 640px !important; position: absolute !important; inset: 0 auto auto 0 !important; }`;

export const SHEETS = {
  bootstrap3: from("bootstrap-3/dist/css/bootstrap.css"),
  bootstrap4: from("bootstrap-4/dist/css/bootstrap.css"),
  bootstrap5: from("bootstrap-5/dist/css/bootstrap.css"),
  normalize: from("normalize.css/normalize.css"),
  tailwind: from("tailwindcss/preflight.css"),
  everything: `* { color: red !important; background: yellow !important; font: italic 10px/1 monospace !important;
    border: 3px solid lime !important; margin: 9px !important; padding: 9px !important; letter-spacing: 5px !important;
    text-align: center !important; cursor: help !important; user-select: none !important; pointer-events: none !important;
    float: left !important; min-width: 900px !important; outline: 5px dotted red !important; text-shadow: 2px 2px red !important; }`,
  small:
    "html { font-size: 62.5% } body { font: 1.6rem/1.2 Georgia, serif; color: #444 } h1, h2, h3 { font-weight: 400; color: #c00 } a { color: #0a0 !important; border-bottom: 1px dotted }",
  rtl: "html { direction: rtl; writing-mode: horizontal-tb } body { direction: rtl; text-align: right; unicode-bidi: bidi-override } * { direction: rtl !important; text-align: right !important }",
  shouting: `body { text-transform: uppercase; letter-spacing: .2em; word-spacing: 1em; line-height: 3; text-indent: 2em;
    font-variant: small-caps; font-stretch: expanded; white-space: nowrap; word-break: break-all; hyphens: auto; tab-size: 1;
    list-style: none; quotes: none; border-collapse: collapse; caption-side: bottom; font-feature-settings: "smcp"; color-scheme: dark }`,
  portal: `* { box-sizing: content-box !important } div, p, span, ul, li, form, fieldset, legend, label { display: inline !important; width: auto !important }
    button, input { appearance: none !important; border-radius: 0 !important; background: #ccc !important; font-size: 8px !important }
    svg { display: none !important } [class] { max-width: 50% !important } [hidden] { display: block !important }`,
  hidden: `:not(:defined) { visibility: hidden } entry-checker { display: none !important; visibility: hidden !important; opacity: 0 !important;
    height: 0 !important; max-height: 0 !important; overflow: hidden !important; position: fixed !important; inset: -999px !important;
    transform: scale(0) !important; clip-path: inset(50%) !important; contain: strict !important; content-visibility: hidden !important; filter: blur(9px) !important }`,
  dark: ":root { color-scheme: dark } body { background: #000; color: #fff } a { color: #8cf } input, button { background: #333 !important; color: #fff !important } ::selection { background: red } :focus { outline: none !important } ::part(button) { }",
};
