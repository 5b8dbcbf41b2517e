import type { BlockKind, ContentLanguage, CourseCommand } from "@twiza/contract";
import type { Act, Lesson } from "./place.ts";

type AddLesson = Extract<CourseCommand, { do: "addLesson" }>;

/** Which blocks a new lesson begins with. What belongs into them the page says: no word of ours is ever in a lesson. */
const TEMPLATES: Readonly<
  Record<AddLesson["template"], readonly (readonly [string, BlockKind])[]>
> = {
  empty: [],
  short: [
    ["words", "text"],
    ["picture", "picture"],
    ["practice", "question"],
  ],
  lesson: [
    ["intro", "text"],
    ["picture", "picture"],
    ["explanation", "text"],
    ["example", "callout"],
    ["practice", "question"],
    ["summary", "text"],
  ],
  practical: [
    ["purpose", "text"],
    ["material", "text"],
    ["steps", "steps"],
    ["picture", "picture"],
    ["caution", "callout"],
    ["practice", "question"],
  ],
};
const MINUTES = 10;

/** A lesson as a template begins it. Its title, in whatever languages it came, is its first words. */
export function lessonFrom(
  { id, title, template }: AddLesson,
  about: {
    readonly courseId: Lesson["courseId"];
    readonly source: ContentLanguage;
    readonly act: Act;
  },
): Lesson {
  const { courseId, source, act } = about;
  const rev = title[source] === undefined ? 0 : 1;
  const others = Object.keys(title).filter((each) => each !== source && title[each] !== undefined);
  return {
    courseId,
    id,
    title,
    titlePlace: { rev, against: Object.fromEntries(others.map((language) => [language, rev])) },
    minutes: MINUTES,
    places: TEMPLATES[template].map(([key, kind]) => ({ key, kind, rev: 0, against: {} })),
    bin: [],
    changedAt: act.at,
    changedBy: act.by,
  };
}
