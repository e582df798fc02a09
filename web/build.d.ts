// The types of what the build adds to the scripts: its constants, and the modules that are only there once it has run.

/** The glue of the page's wasm: what `src/embed/mount.rs` and `src/embed/host.rs` export, and `onFault`, which the build adds. */
declare module "*/checker.js" {
  /** Compiles and starts the wasm. */
  export default function init(source: { module_or_path: Response | BufferSource }): Promise<unknown>;

  /** Takes the catalogue and the sentences; `false` where one is broken or of another version. */
  export function begin(catalogue: string, sentences: string): boolean;

  /** Mounts a checker at an address of the checker's; after a fault with `last`, the last record. Throws text: a code and a reason. */
  export function mount(root: Element, address: string, standalone: boolean, last?: string | null): Mounted;

  /** Mounts a checker with the state of one that was taken off the page, which it consumes. */
  export function mountAgain(root: Element, kept: Kept): Mounted;

  /** Sets what is called, once, when a fault ends the program. */
  export function onFault(told: (error: unknown) => void): void;

  /** What a person did in a checker that was taken off the page. */
  export class Kept {
    private constructor();
    free(): void;
  }

  /** A checker on a page. JSON goes in and out as text. Everything that may be refused throws text: a code and a reason. */
  export class Mounted {
    private constructor();
    closed(): void;
    detachState(): Kept;
    evaluate(profile: string): string;
    free(): void;
    learn(sentences: string): boolean;
    now(today: string, offline: boolean): void;
    /** Each as `ROUTE OUTCOME`. */
    outcomes(): string[];
    profile(): string;
    record(): string | undefined;
    release(): void;
    replaceState(role: string, kept?: Kept | null): void;
    result(): string | undefined;
    rulesVersion(): string | undefined;
    screen(): string;
    service(): string;
    setCustomRole(pack: string, ask: boolean): void;
    setDisplayOptions(level: number, newTab: boolean, address: string | null | undefined, sharesAnswers: boolean): void;
    setProfile(profile: string): void;
    setSaveResult(result: "" | "full" | "refused" | "saved"): void;
    shareLink(): string | undefined;
    shelf(saved: string | null | undefined, today: string): boolean;
    speak(language: string): boolean;
  }
}

/** The glue of the engine's wasm: what `src/embed/engine.rs` exports. A mistake of the caller's is thrown as a plain object. */
declare module "*/engine-wasm.js" {
  export default function init(source?: {
    module_or_path: BufferSource | WebAssembly.Module | URL | string | Response | Promise<BufferSource | Response>;
  }): Promise<unknown>;

  export function rolesList(): import("./engine/engine.js").RoleInfo[];

  export class Evaluator {
    constructor(role: string);
    static ofPack(pack: string): Evaluator;
    evaluate(profile: string): import("./engine/engine.js").Report;
    free(): void;
  }

  export class Comparer {
    constructor();
    add(pack: string): void;
    compare(profile: string): import("./engine/engine.js").RoleStanding[];
    free(): void;
    gather(): void;
  }
}

/** The part of Node.js that the engine uses there. */
declare module "node:fs/promises" {
  export function readFile(file: URL): Promise<BufferSource>;
}

/** The version of this build. */
declare const VERSION: string;
/** The languages that there are sentences for. The first one is built in. */
declare const LANGUAGES: readonly [string, ...string[]];
/** The hash of each file that the scripts fetch, as `integrity` has it. */
declare const HASHES: Readonly<Record<string, string>>;
/** The first screens, and the words around them. */
declare const FIRST_SCREENS: {
  readonly screens: readonly NodeDescription[];
  readonly waiting: string;
  readonly service: string;
};

/** A node of the first screens: text, or an element with its attributes and children. */
type NodeDescription = string | readonly [name: string, attributes: Readonly<Record<string, string>>, ...children: NodeDescription[]];

/** The modules that stay files of their own in `dist/`, which scripts import by name. */
interface SeparateModules {
  "checker.js": typeof import("./checker.js");
  "page.js": typeof import("./page/page.js");
  "session.js": typeof import("./element/session.js");
}

// Trusted Types, as far as the scripts use them. TypeScript's own libraries do not have them yet.

interface TrustedScriptURL {
  toString(): string;
}

interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): TrustedScriptURL };
  };
}

interface ServiceWorkerContainer {
  register(script: string | URL | TrustedScriptURL): Promise<ServiceWorkerRegistration>;
}
