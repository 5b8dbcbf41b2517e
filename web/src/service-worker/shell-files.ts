import type { Language } from "@twiza/contract/where";

/** What the service worker keeps on the phone, by address; what lies under `/_app/immutable/` never changes its content. */
export type ShellFiles = {
  /** First parts of the addresses that the learner's shell answers: `learn`, `me`. */
  readonly pages: readonly string[];
  /** What a lesson needs, most of which its first page has just fetched: with these the worker is whole. */
  readonly core: readonly string[];
  /** The other pages of a learner, what they ask for at a tap, and the page that says that there is no network. */
  readonly rest: readonly string[];
  /** What stays once it was asked for, and is never fetched ahead. */
  readonly used: readonly string[];
  /** What shows blocks that few lessons hold, for phones that keep courses: nobody knows which of their lessons has one. */
  readonly courses: Readonly<Record<Language, readonly string[]>>;
  /** What proves signatures, for browsers that do not. */
  readonly proof: readonly string[];
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
  readonly fonts: Readonly<Record<Language, readonly string[]>>;
  /** Bytes of all that a phone keeps in one language, as they come over the wire. */
  readonly bytes: Readonly<Record<Language, number>>;
};
