import type { AudioLanguage, ContentLanguage } from "@twiza/contract/where";

/** What a place is spoken by: a recording, a voice of this phone, or nothing, for one of two reasons. */
export type Source = "recorded" | "local" | Silence;
/** `unrecorded`: nobody has spoken it in this language. `voiceless`: nor has this phone a voice for it. */
export type Silence = "unrecorded" | "voiceless";

/**
 * A recording comes first. A voice of the phone reads what stands there, so that it can only speak the language of the text:
 * it never stands in for Darija or an Amazigh language. `locals` are the languages this phone speaks without network.
 */
export function sourceOf({
  recorded,
  audio,
  text,
  locals,
}: {
  readonly recorded: boolean;
  readonly audio: AudioLanguage;
  readonly text: ContentLanguage;
  readonly locals: readonly string[];
}): Source {
  if (recorded) return "recorded";
  if (audio !== text) return "unrecorded";
  return locals.includes(text) ? "local" : "voiceless";
}

/** The languages of the voices that need no network: `ar` for `ar-SA` or Android's `ar_SA`. What is said to others is nobody's business. */
export const localLanguages = (
  voices: readonly Pick<SpeechSynthesisVoice, "lang" | "localService">[],
): readonly string[] =>
  voices.flatMap(({ lang, localService }) =>
    localService ? lang.toLowerCase().split(/[-_]/, 1) : [],
  );
