import type { AudioLanguage, ContentLanguage } from "@twiza/contract/where";
import type { Span } from "@twiza/contract/sentence";
import type { Scope } from "./scope.ts";
import type { Recordings } from "./recorded.ts";
import type { Silence, Source } from "./source.ts";

export const RATES = [0.75, 1, 1.25] as const;
export type Rate = (typeof RATES)[number];

/** What is spoken at this moment. */
export type Now = {
  readonly scope: Scope;
  readonly place: string;
  readonly phase: "loading" | "playing" | "paused";
  readonly language: ContentLanguage;
  /** Whether it is another language than that of the words on the page. */
  readonly isOther: boolean;
  readonly transcript: string;
  /** The sentence in the transcript. */
  readonly span?: Span | undefined;
  /** Seconds of a recording; the phone's own voice has neither. */
  readonly at: number;
  readonly seconds: number;
};
/** Why it fell silent: nothing to be heard there, or neither network nor phone had the recording. */
export type Failure = Silence | "failed";

/** What the engine asks of the page: in which language to speak, and by what. */
export type Heard = {
  readonly language: AudioLanguage;
  readonly chosen: AudioLanguage | undefined;
  readonly text: ContentLanguage;
  readonly recordings: Recordings;
  readonly locals: readonly string[];
  readonly sourceIn: (audio: AudioLanguage) => Source;
  readonly choose: (language: AudioLanguage | undefined) => void;
};
