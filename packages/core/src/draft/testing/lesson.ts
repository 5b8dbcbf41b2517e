import {
  AccountId,
  CourseId,
  type DraftBlock,
  type DraftWords,
  type ContentLanguage,
  LessonId,
} from "@twiza/contract";
import type { Act, Lesson } from "../place.ts";

export const account = (digit: string): AccountId => AccountId.parse(`acc_${digit.repeat(32)}`);
export const courseId = CourseId.parse(`crs_${"c".repeat(32)}`);
export const lessonId = (digit: string): LessonId => LessonId.parse(`les_${digit.repeat(32)}`);
export const NOW = "2026-03-01T12:00:00.000Z";
export const act = (at = NOW, by = account("a")): Act => ({ by, at });

/** A lesson in French with the places that are named, none of which says anything yet. */
export const lesson = (keys: string, over: Partial<Lesson> = {}): Lesson => ({
  courseId,
  id: lessonId("1"),
  title: { fr: "Peser" },
  titlePlace: { rev: 1, against: {} },
  minutes: 10,
  places: keys
    .split(" ")
    .filter(Boolean)
    .map((key) => ({ key, kind: "text", rev: 0, against: {} })),
  bin: [],
  changedAt: "2026-01-01T00:00:00.000Z",
  changedBy: account("a"),
  ...over,
});

export const keysOf = ({ places }: Lesson): string => places.map(({ key }) => key).join(" ");

export const said = (text: string): DraftBlock => ({
  kind: "text",
  doc: {
    type: "doc",
    content: [{ type: "paragraph", content: text === "" ? [] : [{ type: "text", text }] }],
  },
});

export const words = (
  texts: DraftWords["texts"],
  {
    language = "fr",
    seconds = [],
  }: { language?: ContentLanguage; seconds?: DraftWords["seconds"] } = {},
): DraftWords => ({ courseId, lessonId: lessonId("1"), language, texts, seconds });
