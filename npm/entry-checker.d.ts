// The types of the element. Importing the package defines it.

import type { EntryCheckerError, Outcome, Profile, Report } from "./engine.js";

export type { EntryCheckerError, Outcome, Profile, Report };

/** The attributes, as they are written in HTML and in JSX. */
export interface EntryCheckerAttributes {
  /** The id of a role, `all` for every role at once; without it, a person chooses. To change it begins anew. */
  "job-role"?: string;
  /** The name of the region, for screen readers. */
  label?: string;
  theme?: "auto" | "light" | "dark";
  loading?: "lazy" | "eager";
  "heading-level"?: HeadingLevel | `${HeadingLevel}`;
  start?: "intro" | "first-question";
  "source-links"?: "same-tab" | "new-tab";
  /** Names of what is not offered on a result, with spaces between: `share`, `print`, `download`. */
  hide?: string;
  /** The page that a link with answers leads to, of the same origin as this page or as the script. */
  "share-base"?: string;
  storage?: "none" | "ask";
  /** The folder of the checker's files, where it is not that of the script. */
  base?: string;
  /** The address of a role of the page's own. */
  "pack-src"?: string;
  /** Lets the event of a result carry the answers. */
  "expose-answers"?: boolean | "";
}

export type HeadingLevel = 2 | 3 | 4 | 5;

/**
 * What went wrong: in the event `entry-checker:error`, in what a method throws, and in the console. docs/embedding.md says what
 * each one means.
 */
export type EntryCheckerErrorCode =
  | EntryCheckerError["code"]
  | "E_CSP_WASM"
  | "E_FETCH"
  | "E_MIME"
  | "E_START"
  | "E_STORAGE"
  | "E_TIMEOUT"
  | "E_WASM";

/** `fallback` where the words inside the element stay. */
export type EntryCheckerState = "idle" | "loading" | "ready" | "fallback";

export interface EntryCheckerElement extends HTMLElement {
  jobRole: string;
  label: string;
  theme: "auto" | "light" | "dark";
  loading: "lazy" | "eager";
  headingLevel: HeadingLevel;
  start: "intro" | "first-question";
  sourceLinks: "same-tab" | "new-tab";
  hide: string;
  shareBase: string | null;
  storage: "none" | "ask";
  base: string | null;
  packSrc: string | null;
  exposeAnswers: boolean;

  /** What a person holds, as far as they have said: a frozen copy. What is wrong throws an `EntryCheckerError`. */
  get profile(): Profile | null;
  set profile(profile: Profile | string | null | undefined);
  /** A role of the page's own: its pack as an object or as JSON text. */
  pack: object | string | null;
  /** The report for what the person holds, where the checker is about one role. */
  readonly result: Report | null;
  readonly state: EntryCheckerState;
  /** Fulfilled when the rules are there, or it has given up; never rejected. */
  readonly ready: Promise<void>;
  readonly version: string;
  /** Of its role, once it is ready. */
  readonly rulesVersion: string | undefined;
  /** The report for a profile. Nothing is shown or kept. */
  evaluate(profile: Profile | string): Report;
  /** Forgets all answers and begins anew. */
  reset(): void;
  /** Prints the page that it is on. */
  print(): void;
  /** A link to the answers on a page of ours: see `share-base`. */
  shareUrl(): string | null;
  /** What the screen says, as text. */
  toText(): string;
}

export interface EntryCheckerEventMap {
  "entry-checker:ready": CustomEvent<{ readonly version: string; readonly rulesVersion?: string | undefined; readonly mode: "wasm" }>;
  "entry-checker:step": CustomEvent<{ readonly from: string; readonly to: string }>;
  "entry-checker:result": CustomEvent<{
    readonly outcomes: readonly { readonly route: string; readonly outcome: Outcome }[];
    /** Only where `expose-answers` is set. */
    readonly profile?: Profile;
  }>;
  "entry-checker:navigate": CustomEvent<{ readonly url: string }>;
  "entry-checker:error": CustomEvent<{ readonly code: EntryCheckerErrorCode; readonly message?: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "entry-checker": EntryCheckerElement;
  }
  // They bubble and leave the shadow root, so a page may listen anywhere above.
  interface HTMLElementEventMap extends EntryCheckerEventMap {}
  interface DocumentEventMap extends EntryCheckerEventMap {}
  interface WindowEventMap extends EntryCheckerEventMap {}
}
