import { createHash } from "node:crypto";
import type { Language } from "@twiza/contract";

/** How a synthetic voice of espeak-ng speaks: its name, words a minute, pause between words in hundredths of a second. */
export type SpeakerSettings = {
  readonly voice: string;
  readonly wordsPerMinute: number;
  readonly gap: number;
};

/** Slower than their defaults: listeners learn, often in their second language. Tamazight has no voice; it waits for people. */
export const SPEAKERS: Readonly<Partial<Record<Language, SpeakerSettings>>> = {
  fr: { voice: "fr+f3", wordsPerMinute: 128, gap: 3 },
  ar: { voice: "ar+f3", wordsPerMinute: 138, gap: 4 },
  en: { voice: "en-gb+f3", wordsPerMinute: 138, gap: 3 },
};

/** Which words were spoken by which voice: a recording of another take is out of date. */
export const takeOf = (settings: SpeakerSettings, transcript: string): string =>
  createHash("sha256")
    .update(JSON.stringify([settings.voice, settings.wordsPerMinute, settings.gap, transcript]))
    .digest("hex")
    .slice(0, 16);
