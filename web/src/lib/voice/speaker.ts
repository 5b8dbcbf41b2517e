import type { Span } from "@twiza/contract/sentence";

/** Something that speaks one place. It tells what it does; it never speaks after `stop`. */
export type Speaker = {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
  /** 1 is the pace at which it was recorded. */
  readonly setRate: (rate: number) => void;
  /** To a second of a recording; the phone's own voice knows none. */
  readonly seek?: (seconds: number) => void;
};
export type Told = {
  /** Words began, as a place in what is said; nothing when it is not known which. */
  readonly onwords: (span: Span | undefined) => void;
  readonly onphase: (phase: "playing" | "paused") => void;
  readonly ontime: (seconds: number) => void;
  readonly onend: () => void;
  readonly onfail: () => void;
};
