import type { GradedResult, PublicItem } from "@twiza/contract";
import { AUDIO_LANGUAGES, type AudioLanguage, type Localized } from "@twiza/contract/where";
import type { Part, Parts, Recordings } from "./recorded.ts";

/** Without a text of its own a recording says what stands there in its language, whichever language is on the page. */
function spoken(part: Part, written: Localized | undefined, language: AudioLanguage): Part {
  const words: Partial<Record<string, string | undefined>> = written ?? {};
  return { ...part, text: part.text ?? words[language] };
}

function partsOfItem({ id, prompt, options, voices }: PublicItem, language: AudioLanguage): Parts {
  const written = new Map<string, Localized>([
    ["prompt", prompt],
    ...options.map((option) => [`option/${option.id}`, option.text] as const),
  ]);
  return Object.fromEntries(
    Object.entries(voices?.[language] ?? {}).map(([place, part]) => [
      `${id}/${place}`,
      spoken(part, written.get(place), language),
    ]),
  );
}

const perLanguage = (partsIn: (language: AudioLanguage) => Parts): Recordings =>
  Object.fromEntries(
    AUDIO_LANGUAGES.flatMap((language) => {
      const parts = partsIn(language);
      return Object.keys(parts).length > 0 ? [[language, { parts }]] : [];
    }),
  );

/** What is recorded of a graded item; its places on the page begin with its id. */
export const recordingsOfItem = (item: PublicItem): Recordings =>
  perLanguage((language) => partsOfItem(item, language));

/** What is recorded of a result: the questions again, and why each was right or not. */
export const recordingsOfResult = (
  items: readonly PublicItem[],
  lines: GradedResult["items"],
): Recordings =>
  perLanguage((language) => {
    const asked = items.map((item) => Object.entries(partsOfItem(item, language)));
    const whys = lines.flatMap(({ itemId, feedback, voices }) => {
      const part = voices?.[language];
      return part ? [[`${itemId}/why`, spoken(part, feedback, language)] as const] : [];
    });
    return Object.fromEntries([...asked.flat(), ...whys]);
  });
