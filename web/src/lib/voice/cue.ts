import type { Cue } from "@twiza/contract";

/** The cue of the sentence that is spoken at a moment, in seconds; between two the one before still holds. */
export const cueAt = (cues: readonly Cue[], seconds: number): Cue | undefined =>
  cues.findLast(({ at }) => at <= seconds);
