import {
  type Course,
  type CourseId,
  type DraftBlock,
  type IntentId,
  type ContentLanguage,
  type LessonCommand,
  type LessonId,
  type LessonRow,
  type OpenLesson,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { loadCourse, subjectOf } from "../course/course.ts";
import { onlyIn } from "../course/languages.ts";
import type { Deps } from "../deps.ts";
import { type Decision, digest, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import type { Write } from "../store/index.ts";
import { isFull } from "./lesson.ts";
import { readDraftLesson } from "./read-draft.ts";
import { mayBeSaidIn } from "./place.ts";
import { type Held, heldLesson, heldWords, openLessonOf } from "./rows.ts";
import { type Copy, saved, withCopies } from "./saving.ts";
import { isTooMuch, type Writing } from "./words.ts";

const FRESH = { fresh: true };

type Save = {
  readonly intentId: IntentId;
  readonly language: ContentLanguage;
  readonly commands: readonly LessonCommand[];
  readonly texts: readonly {
    readonly key: string;
    readonly base: number;
    readonly block: DraftBlock;
  }[];
};

/**
 * Saves what was written in one language. Words that met others are kept beside them.
 * @throws Refused `not_found`, `draft.full`; `language.unknown` for a language that the course is not written in
 */
export function saveDraftLesson(
  deps: Deps,
  principal: Principal,
  {
    courseId,
    lessonId,
    body,
  }: { readonly courseId: CourseId; readonly lessonId: LessonId; readonly body: Save },
): Promise<OpenLesson> {
  const { language } = body;
  const operation = `draft.save ${courseId} ${lessonId}`;
  return onceOf(
    deps,
    { principal, operation, request: body },
    {
      work: async () => {
        const { value: course } = await loadCourse(deps, principal, courseId);
        authorise(principal, "course:edit", subjectOf(course, principal));
        return save(deps, principal, { course, lessonId, body });
      },
      now: () => readDraftLesson(deps, principal, { courseId, lessonId, language, how: FRESH }),
    },
  );
}

type About = { readonly course: Course; readonly lessonId: LessonId; readonly body: Save };

async function save(
  deps: Deps,
  principal: Principal,
  { course, lessonId, body }: About,
): Promise<Decision<OpenLesson>> {
  const { language, commands } = body;
  await onlyIn(deps, course, [language]);
  const held = await heldLesson(deps, course, { lessonId, how: FRESH });
  const words = await heldWords(deps, held, { language, how: FRESH });
  const texts = await writingsOf(principal, body);
  const sheet = { lesson: held.row.lesson, words: words.row.words };
  const act = { by: principal.accountId, at: deps.clock.now().toISOString() };
  const name = principal.name.slice(0, 120);
  const after = saved(sheet, { commands, texts }, { act, name, source: held.row.sourceLanguage });
  if (isFull(after.lesson) || isTooMuch(after.words, sheet.words)) throw new Refused("draft.full");
  const { drafts } = deps.store;
  const row = { ...held.row, lesson: after.lesson };
  const written = { ...words.row, words: after.words };
  const writes = [
    ...(after.lesson === sheet.lesson ? [] : [drafts.putLesson(row, held.expected)]),
    ...(after.words === sheet.words ? [] : [drafts.putWords(written, words.expected)]),
    ...(await copyElsewhere(deps, held, { copies: after.copies, language })),
  ];
  return { reply: openLessonOf(row, [written]), writes };
}

/** Words that meet others have the id of what they say and of who says it, so that they stand beside them once. */
const writingsOf = (principal: Principal, { language, texts }: Save): Promise<Writing[]> =>
  Promise.all(
    texts.map(async ({ key, base, block }) => {
      const said = JSON.stringify([principal.accountId, language, key, block]);
      return { key, base, block, secondId: uuidOf(await digest(said)) };
    }),
  );

/** A UUID of a kind that is free to be made by a rule of one's own (version 8, RFC 9562 §5.8). */
const uuidOf = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

/** A block that was doubled is doubled in all languages. */
async function copyElsewhere(
  deps: Deps,
  before: Held<LessonRow>,
  { copies, language }: { readonly copies: readonly Copy[]; readonly language: ContentLanguage },
): Promise<Write[]> {
  if (copies.length === 0) return [];
  const { lesson, sourceLanguage } = before.row;
  const others = mayBeSaidIn(lesson, sourceLanguage).filter((each) => each !== language);
  const writes = await Promise.all(
    others.map(async (each): Promise<Write[]> => {
      const { row, expected } = await heldWords(deps, before, { language: each, how: FRESH });
      const words = withCopies(row.words, copies);
      if (words === row.words) return [];
      if (isTooMuch(words, row.words)) throw new Refused("draft.full");
      return [deps.store.drafts.putWords({ ...row, words }, expected)];
    }),
  );
  return writes.flat();
}
