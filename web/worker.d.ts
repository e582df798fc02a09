// The types of what a worker of the page has, beside what every worker has: what the build adds, and a service worker's own.

/** The stamp of this version's files. */
declare const VERSION: string;
/** The files that the worker keeps, each with its hash. */
declare const FILES: Readonly<Record<string, string>>;

// TypeScript's library knows these on a type, since not every worker is a service worker.

declare const registration: ServiceWorkerRegistration;
declare function skipWaiting(): Promise<void>;
declare function addEventListener<Kind extends keyof ServiceWorkerGlobalScopeEventMap>(
  kind: Kind,
  listener: (event: ServiceWorkerGlobalScopeEventMap[Kind]) => void,
): void;
