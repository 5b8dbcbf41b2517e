import {
  ComposedRow,
  type ContentLanguage,
  ContentLanguageCode,
  CourseId,
  DraftWords,
  LessonId,
  type LessonRow as Row,
  LessonRow,
  OrganisationId,
  OutlineRow,
  type WordsRow,
} from "@twiza/contract";
import type { DraftLessonOf, DraftOf, Kept, Store } from "@twiza/core";
import * as z from "zod";
import type { Engine, Item } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { packed, unpacked } from "./packed.ts";
import type { Writer } from "./write.ts";

const partition = ({ organisationId, courseId }: DraftOf): string =>
  `ORG#${organisationId}#DRAFT#${courseId}`;

/** Behind the lessons, so that one query reads the order with them and none of the words. */
const outline = entity({
  name: "draft-outline",
  table: tables.courses,
  schema: OutlineRow,
  format: 1,
  key: ({ organisationId, outline: { courseId } }: OutlineKey) => ({
    pk: partition({ organisationId, courseId }),
    sk: "OUTLINE",
  }),
});
type OutlineKey = Pick<OutlineRow, "organisationId"> & {
  readonly outline: Pick<OutlineRow["outline"], "courseId">;
};

const lesson = entity({
  name: "draft-lesson",
  table: tables.courses,
  schema: LessonRow,
  format: 1,
  key: ({ organisationId, lesson: { courseId, id } }: LessonKey) => ({
    pk: partition({ organisationId, courseId }),
    sk: `LESSON#${id}`,
  }),
});
type LessonKey = Pick<Row, "organisationId"> & {
  readonly lesson: Pick<Row["lesson"], "courseId" | "id">;
};
const lessonKey = ({ lessonId: id, organisationId, courseId }: DraftLessonOf): LessonKey => ({
  organisationId,
  lesson: { courseId, id },
});

/** Texts and seconds lie packed. */
const PackedWords = z.strictObject({
  organisationId: OrganisationId,
  courseId: CourseId,
  lessonId: LessonId,
  language: ContentLanguageCode,
  packed: z.instanceof(Uint8Array),
});
const words = entity({
  name: "draft-words",
  table: tables.courses,
  schema: PackedWords,
  format: 1,
  key: ({ lessonId, language, ...of }: DraftLessonOf & { readonly language: ContentLanguage }) => ({
    pk: partition(of),
    sk: `WORDS#${lessonId}#${language}`,
  }),
});
const Said = DraftWords.pick({ texts: true, seconds: true });

const composed = entity({
  name: "draft-composed",
  table: tables.courses,
  schema: ComposedRow,
  format: 1,
  key: (of: DraftOf) => ({ pk: partition(of), sk: "COMPOSED" }),
});

/** A query ends at 1 MB, which is some 300 long lessons. */
async function allOf(engine: Engine, of: DraftOf, consistent: boolean): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await engine.query(tables.courses.name, {
      pk: partition(of),
      sk: { between: ["LESSON#", "OUTLINE"] },
      after,
      consistent,
    });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

const wordsRow = ({ value, revision }: Kept<z.infer<typeof PackedWords>>): Kept<WordsRow> => {
  const { organisationId, packed: bytes, ...about } = value;
  const said = Said.parse(unpacked(bytes));
  return { value: { organisationId, words: { ...about, ...said } }, revision };
};

const packedOf = ({ organisationId, words: said }: WordsRow): z.infer<typeof PackedWords> => {
  const { texts, seconds, ...about } = DraftWords.parse(said);
  return { organisationId, ...about, packed: packed({ texts, seconds }) };
};

const wordsGone = (of: DraftLessonOf, languages: readonly ContentLanguage[]) =>
  languages.map((language) => words.remove({ ...of, language }, { expected: "any" }));

export const draftStore = (engine: Engine, write: Writer): Store["drafts"] => ({
  all: async (of, { fresh }) => {
    const items = await allOf(engine, of, fresh);
    const order = items.find((item) => outline.is(item));
    const lessons = items.filter((item) => lesson.is(item)).map((item) => lesson.read(item));
    return {
      ...(order ? { outline: outline.read(order) } : {}),
      lessons: new Map(lessons.map((kept) => [kept.value.lesson.id, kept])),
    };
  },
  outline: ({ organisationId, courseId }, { fresh }) =>
    outline.get(engine, { organisationId, outline: { courseId } }, { consistent: fresh }),
  lesson: (of, { fresh }) => lesson.get(engine, lessonKey(of), { consistent: fresh }),
  words: async (of, language, { fresh }) => {
    const kept = await words.get(engine, { ...of, language }, { consistent: fresh });
    return kept && wordsRow(kept);
  },
  composed: (of) => composed.get(engine, of, { consistent: true }),
  putOutline: (row, expected) => write(outline.put(row, { expected })),
  putLesson: (row, expected) => write(lesson.put(row, { expected })),
  putWords: (row, expected) => write(words.put(packedOf(row), { expected })),
  putComposed: (row, expected) => write(composed.put(row, { expected })),
  replaceLesson: (row, { revision: expected, saidIn }) => {
    const { organisationId, lesson: it } = row;
    const of = { organisationId, courseId: it.courseId, lessonId: it.id };
    return write(lesson.put(row, { expected }), ...wordsGone(of, saidIn));
  },
  removeLesson: (of, { revision: expected, saidIn }) =>
    write(lesson.remove(lessonKey(of), { expected }), ...wordsGone(of, saidIn)),
});
