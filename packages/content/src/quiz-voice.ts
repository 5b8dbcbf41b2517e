import {
  isLanguage,
  type AudioLanguage,
  type Item,
  type ItemVoice,
  type ItemVoicePart,
  type VoicePart,
} from "@twiza/contract";
import { wordsOfItem } from "./spoken-words.ts";
import type { VoiceOf, Voices } from "./voices.ts";

/** A graded item with the key that its author gave it. */
type Keyed = { readonly key: string; readonly item: Item };

/** Where the quiz is spoken: `voice/quiz/<audio language>/`, each place behind the key of its question, `q1/option/a`. */
export const quizVoice = (keyed: readonly Keyed[]): VoiceOf => ({
  folder: "voice/quiz",
  places: keyed.flatMap(({ key, item }) => placesOfItem(item).map((place) => `${key}/${place}`)),
  words: (language) =>
    new Map(
      keyed.flatMap(({ key, item }) =>
        [...wordsOfItem(item, language)].map(
          ([place, words]) => [`${key}/${place}`, words] as const,
        ),
      ),
    ),
});

const placesOfItem = ({ question, options, feedback }: Item): string[] => [
  "prompt",
  ...options.flatMap(({ id, feedback: why }) => [
    // What is to be written nobody reads out, and words for a gap are none alone.
    ...(question === "short" || question === "cloze" ? [] : [`option/${id}`]),
    ...(why ? [`option/${id}/why`] : []),
  ]),
  ...(feedback ? ["why"] : []),
];

/** The items with what was recorded of each. */
export const withVoices = (keyed: readonly Keyed[], voices: Voices): Item[] =>
  keyed.map(({ key, item }) => {
    const spoken = [...voices].flatMap(([language, parts]) => {
      const voice = voiceOf(key, { item, language, parts });
      return Object.keys(voice).length > 0 ? [[language, voice] as const] : [];
    });
    return spoken.length > 0 ? { ...item, voices: Object.fromEntries(spoken) } : item;
  });

type Of = {
  readonly item: Item;
  readonly language: AudioLanguage;
  readonly parts: ReadonlyMap<string, VoicePart>;
};

function voiceOf(key: string, { item, language, parts }: Of): ItemVoice {
  const words = isLanguage(language) ? wordsOfItem(item, language) : undefined;
  return Object.fromEntries(
    [...parts].flatMap(([place, part]) => {
      if (!place.startsWith(`${key}/`)) return [];
      const own = place.slice(key.length + 1);
      return [[own, words?.get(own) === part.text ? withoutText(part) : part] as const];
    }),
  );
}

/** What says what stands there need not say it twice: a sitting travels whole, in all its languages. */
function withoutText({ text: _, ...part }: VoicePart): ItemVoicePart {
  return part;
}
