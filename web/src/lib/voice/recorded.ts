import type { Cue } from "@twiza/contract";
import type { AudioLanguage } from "@twiza/contract/where";

/** What is recorded of a page in one language: a voice sheet to be fetched, or the parts themselves, by place. */
export type Recorded = { readonly hash: string } | { readonly parts: Parts };
export type Parts = Readonly<Record<string, Part>>;
/** A recording. Without a text it says what stands on the page. */
export type Part = {
  readonly media: { readonly hash: string };
  readonly seconds: number;
  readonly text?: string | undefined;
  readonly cues?: readonly Cue[] | undefined;
  /** The block's own file, in the language that is written there. */
  readonly isOwn?: true;
};
export type Recordings = Partial<Record<AudioLanguage, Recorded | undefined>>;
