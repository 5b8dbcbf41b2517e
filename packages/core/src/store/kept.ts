/** A stored thing and the revision it was read at. Writing it back names that revision, so that no change is lost. */
export type Kept<T> = { readonly value: T; readonly revision: number };

export type Expected = number | "absent";

/** One write of a transaction; only the storage room knows what is in it. */
export type Write = { readonly write: unique symbol };

export type Page<T> = { readonly values: readonly Kept<T>[]; readonly next?: string };

export type After = string | undefined;

/** `fresh` reads what was written last, at twice the price; without it the last moment may be missing. */
export type Freshness = { readonly fresh: boolean };
