import {
  type AccountId,
  type ContentLanguage,
  type DraftPlace,
  LANGUAGES,
  type LessonRow,
} from "@twiza/contract";

export type Lesson = LessonRow["lesson"];
/** Who does something to a draft, and when. */
export type Act = { readonly by: AccountId; readonly at: string };

/** The key of the lesson's own title among its words. */
export const TITLE = "title" as const;
export type Mark = Pick<DraftPlace, "rev" | "against" | "wordless">;

/** How far the words of a key are, those in the bin and the title's included; nothing for a key that the lesson does not have. */
export const markOf = (lesson: Lesson, key: string): Mark | undefined =>
  key === TITLE
    ? lesson.titlePlace
    : (lesson.places.find((place) => place.key === key) ??
      lesson.bin.find(({ place }) => place.key === key)?.place);

/** The lesson with another mark under a key that it has. */
export function withMark(lesson: Lesson, key: string, change: (mark: Mark) => Mark): Lesson {
  if (key === TITLE) return { ...lesson, titlePlace: change(lesson.titlePlace) };
  const changed = (place: DraftPlace): DraftPlace =>
    place.key === key ? { ...place, ...change(place) } : place;
  return {
    ...lesson,
    places: lesson.places.map(changed),
    bin: lesson.bin.map((entry) => ({ ...entry, place: changed(entry.place) })),
  };
}

/** All languages in which there may be words of a lesson: ours, its source, and whichever its places and its title tell of. */
export const mayBeSaidIn = (
  { title, titlePlace, places, bin }: Pick<Lesson, "title" | "titlePlace" | "places" | "bin">,
  source: ContentLanguage,
): ContentLanguage[] => [
  ...new Set([
    ...LANGUAGES,
    source,
    ...Object.keys(title),
    ...[titlePlace, ...places, ...bin.map(({ place }) => place)].flatMap(({ against }) =>
      Object.keys(against),
    ),
  ]),
];

/** Who writes: the source language itself, or a translation of it. */
export type Tongue = { readonly language: ContentLanguage; readonly source: ContentLanguage };

/** Whether there are words in a language, as the place tells it: what else lies among the words is of a block that is gone. */
export const isSaid = ({ rev, against }: Mark, { language, source }: Tongue): boolean =>
  language === source ? rev > 0 : against[language] !== undefined;

/** Words of the source have changed, or a translation says what they say now. */
export const said = (mark: Mark, { language, source }: Tongue): Mark =>
  language === source
    ? { ...mark, rev: mark.rev + 1 }
    : { ...mark, against: { ...mark.against, [language]: mark.rev } };
