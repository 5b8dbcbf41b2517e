import type { DraftChecklist } from "@twiza/contract";
import { placesOf, placeStanding, withWords } from "@twiza/contract/checklist-places";
import type { Keyed, Standing, TranslatedLesson } from "@twiza/exchange/xliff";
import type { Tongues } from "../translate/lesson.ts";

export type Checklists = readonly DraftChecklist[];
type About = {
  readonly courseId: string;
  readonly tongues: Tongues;
  /** As learners meet them. */
  readonly live?: Checklists | undefined;
};

const everyPlace = (checklists: Checklists) => checklists.flatMap(placesOf);

/** How each place of a course's checklists stands in a language, by its name. */
export function standingsOf(
  checklists: Checklists,
  { tongues, live = [] }: Omit<About, "courseId">,
): ReadonlyMap<string, Standing> {
  const published = everyPlace(live);
  return new Map(
    everyPlace(checklists).map((place) => [place.key, placeStanding(place, tongues, published)]),
  );
}

/** The checklists of a course as what a translator's file is made from and read against: one file for all of them. */
export function translatedChecklists(
  checklists: Checklists,
  { courseId, tongues, live }: About,
): TranslatedLesson {
  const { language, source } = tongues;
  const standings = standingsOf(checklists, { tongues, live });
  const wordsIn = (tongue: string): Keyed[] =>
    everyPlace(checklists).flatMap(({ key, words, most }) => {
      const text = words[tongue];
      return text ? [{ key, block: { kind: "words" as const, text, most } }] : [];
    });
  return {
    id: `${courseId}-checklists`,
    sourceLanguage: source,
    targetLanguage: language,
    source: wordsIn(source),
    target: wordsIn(language),
    standing: (key) => standings.get(key) ?? "missing",
  };
}

/** Those checklists that a translation changes, as they would be. */
export function withTranslation(
  checklists: Checklists,
  language: string,
  translated: readonly Keyed[],
): Checklists {
  const words = new Map(
    translated.flatMap(({ key, block }) => (block.kind === "words" ? [[key, block.text]] : [])),
  );
  return checklists.flatMap((checklist) => {
    const before = placesOf(checklist);
    const isChanged = before.some(({ key, words: now }) => {
      const said = words.get(key);
      return said !== undefined && said !== now[language];
    });
    return isChanged ? [withWords(checklist, language, words)] : [];
  });
}
