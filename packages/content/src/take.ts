import { createHash } from "node:crypto";
import type { Language } from "@twiza/contract";

/** How a synthetic voice of espeak-ng speaks: its name, words a minute, pause between words in hundredths of a second. */
export type SpeakerSettings = {
  readonly voice: string;
  readonly wordsPerMinute: number;
  readonly gap: number;
  /** Signs that it would spell, and what is said instead. */
  readonly signs: Readonly<Record<string, string>>;
};

/** Slower than their defaults: listeners learn, often in their second language. Darija and Tamazight have no voice; they wait for people. */
export const SPEAKERS: Readonly<Partial<Record<Language, SpeakerSettings>>> = {
  fr: {
    voice: "fr+f3",
    wordsPerMinute: 128,
    gap: 3,
    signs: {
      DH: "dirhams",
      kg: "kilos",
      "×": "fois",
      "−": "moins",
      "=": "égale",
      "÷": "divisé par",
    },
  },
  ar: {
    voice: "ar+f3",
    wordsPerMinute: 138,
    gap: 4,
    signs: { كلغ: "كيلوغرام", "×": "في", "−": "ناقص", "=": "يساوي", "÷": "على" },
  },
  en: {
    voice: "en-gb+f3",
    wordsPerMinute: 138,
    gap: 3,
    signs: {
      DH: "dirhams",
      kg: "kilos",
      "×": "times",
      "−": "minus",
      "=": "equals",
      "÷": "divided by",
    },
  },
};

/** Which words were spoken by which voice: a recording of another take is out of date. */
export const takeOf = (settings: SpeakerSettings, transcript: string): string =>
  createHash("sha256")
    .update(JSON.stringify([settings.voice, settings.wordsPerMinute, settings.gap, transcript]))
    .digest("hex")
    .slice(0, 16);
