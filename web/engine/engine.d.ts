// The types of the JavaScript door, version 1 of the public contract.

/** Loads the wasm: from beside this module, or from `source`. In Node, pass the bytes of `engine-wasm_bg.wasm`. */
export function init(
  source?: BufferSource | WebAssembly.Module | URL | string | Response | Promise<BufferSource | Response>,
): Promise<void>;
export default init;

/**
 * Evaluates a profile (or its JSON text) for a built-in role, or for a role of your own: its pack as an object or as
 * JSON text, at most 64 kB. Throws an `EntryCheckerError`.
 */
export function evaluate(profile: Profile | string, options: { role: string } | { pack: object | string }): Report;

/**
 * How a profile stands to every built-in role, and to the roles of `packs` after them: the best outcome of each, best
 * first. Hand over the same list again, unchanged, and nothing is read twice.
 */
export function compare(profile: Profile | string, options?: { packs?: readonly (object | string)[] }): RoleStanding[];

/** The built-in roles. */
export function roles(): RoleInfo[];

export class EntryCheckerError extends Error {
  /** E_PROFILE, E_ROLE and E_PACK: what was handed over is wrong, the message names the path. E_PANIC: it stopped for good. */
  readonly code: "E_NOT_READY" | "E_PROFILE" | "E_ROLE" | "E_PACK" | "E_PANIC";
  /** The place of the mistake, `degree[0].class`; of several in a pack, that of the first. An element does not always name it. */
  readonly path: string | undefined;
}

/** What a person holds. An absent section is unanswered, an empty list says "none". */
export interface Profile {
  gcse?: Gcse[];
  level3?: Level3[];
  degree?: Degree[];
  higherDegree?: HigherDegree[];
  /** What a professional body has confirmed. Only some roles ask for it. */
  professional?: Professional[];
}

/** `awarded` is the default. */
export type Status = "awarded" | "predicted";

export interface Gcse {
  /** What stands beside GCSEs, each with its own grades; `gcse` is the default. */
  award?: "gcse" | "igcse" | "national-5" | "o-level" | "cse";
  /** A subject id, `other`, or any text of at most 80 characters. */
  subject?: string;
  /** `9` to `1`, `A*` to `G`, `C*`, `U`; of combined science also a pair, `5-4`, each half of which counts by itself. */
  grade?: string;
  /** How many, 1 to 50, in different subjects; of a subject that is named it says nothing. */
  count?: number;
  status?: Status;
}

export interface Level3 {
  /** Left out where the person holds one more and its kind is not known; likewise below. */
  award?: Level3Award;
  subject?: string;
  /** On the award's own scale. */
  grade?: string;
  status?: Status;
}

export interface Degree {
  award?: DegreeAward;
  /** A subject id, a HECoS code, `other`, or any text of at most 80 characters. */
  subject?: string;
  /** A class, or one of its spellings: `First class honours`, `2.1`, `Upper second (2:1)`, `2:1 (predicted)`. */
  class?: DegreeClass | (string & {});
  status?: Status;
}

export interface HigherDegree {
  award?: HigherDegreeAward;
  subject?: string;
  status?: Status;
}

export interface Professional {
  award?: ProfessionalAward;
  status?: Status;
}

export type ProfessionalAward = "gdc-dental-technician" | "hcpc-clinical-scientist" | "ibms-accredited-degree";

export type Level3Award =
  | "a-level"
  | "as-level"
  | "t-level"
  | "btec-extended-diploma"
  | "btec-diploma"
  | "btec-foundation-diploma"
  | "btec-extended-certificate"
  | "access-to-he-diploma"
  | "ib-diploma"
  | "ib-higher-level"
  | "scottish-higher"
  | "scottish-advanced-higher"
  | "irish-leaving-certificate-higher"
  | "epq"
  | "core-maths"
  | "other-level-3";

export type DegreeAward =
  | "bachelor-honours"
  | "integrated-masters"
  | "scottish-ma-honours"
  | "ordinary-degree"
  | "foundation-degree"
  | "hnd"
  | "medical-degree"
  | "overseas-degree";

export type HigherDegreeAward =
  | "msc"
  | "ma"
  | "mres"
  | "mphil"
  | "mba"
  | "engd"
  | "phd"
  | "professional-doctorate"
  | "pgdip"
  | "pgcert"
  | "pgce"
  | "graduate-diploma"
  | "oxbridge-ma"
  | "overseas-higher-degree";

export type DegreeClass = "first" | "2:1" | "2:2" | "undivided-second" | "third" | "pass" | "unclassified";

/** `judgement`: the words leave it to a person. `unanswered`: an open question could still change it. */
export type Outcome = "met" | "judgement" | "not-met" | "unanswered";

export interface Report {
  role: string;
  rulesVersion: string;
  /** Best first. */
  routes: Route[];
  /** `null` when every route is not-met. */
  recommended: string | null;
  /** `null` when nothing open can change an outcome. */
  next: { section: keyof Profile; atMost: number; open: OpenFact[] } | null;
  /** The texts of the profile that were read as a listed subject: `Mech Eng` as `mechanical-engineering`. */
  understood: { section: keyof Profile; index: number; text: string; subject: string }[];
}

/** A fact that can still change an outcome. Both are `null` where the whole section is unanswered. */
export interface OpenFact {
  section: keyof Profile;
  index: number | null;
  fact: "award" | "subject" | "grade" | "class" | null;
}

export interface Route {
  id: string;
  outcome: Outcome;
  /** Decided, but it would be lower without the predicted results. */
  pending: boolean;
  pathways: Pathway[];
  cautions: { text: string; source: Source }[];
}

export interface Pathway {
  id: string;
  outcome: Outcome;
  pending: boolean;
  requirements: Requirement[];
  /** What would close what is not met, one requirement at a time. */
  gaps: { requirement: string; gain: string }[];
  /**
   * The smallest set of additions that meets all requirements at once, where the pathway is not met or a judgement; `null` where
   * nothing that a person can still do would.
   */
  plan: { steps: { requirement: string; text: string }[]; text: string } | null;
}

export interface Requirement {
  id: string;
  outcome: Outcome;
  /** Plain words about this person. */
  because: string;
  /** The same for programs: one of a closed list of codes, and the entry that decides, if one does. */
  reason: { code: string; entry: { section: keyof Profile; index: number } | null };
  source: Source;
}

export interface Source {
  /** Word for word. Left out of cautions, which say it in our own words. */
  quote?: string;
  url: string;
  /** The role's page, a later official text, or our own reading of loose words. */
  basis: "page" | "guidance" | "reading";
  /** When it was last checked, `2026-11` or `2026-11-23`. */
  checked: string;
}

export interface RoleStanding {
  role: string;
  name: string;
  division: string;
  /** The id of its best route. */
  route: string;
  outcome: Outcome;
  pending: boolean;
}

export interface RoleInfo {
  id: string;
  name: string;
  division: string;
  /** The address of the page that is the source of its rules. */
  source: string;
}
