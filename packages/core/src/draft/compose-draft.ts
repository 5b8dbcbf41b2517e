import {
  type ComposedRow,
  type Course,
  type CourseId,
  type DraftFault,
  type IntentId,
  languagesWith,
  type Localized,
  Manifest,
  MOST_FAULTS,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { keepManifest, readManifest, readQuiz } from "../course/content.ts";
import { aboutCourse, loadCourse, subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { type Decision, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { findingsOfAssignments } from "../quality/assignments.ts";
import { findingsOfChecklists } from "../quality/checklists.ts";
import { blockersOfTest } from "../quality/quiz.ts";
import type { Kept, Write } from "../store/index.ts";
import { lessonIn, outlineFrom } from "./derive.ts";
import { readyLesson, type ReadyLesson, type StoredDraft } from "./ready-lesson.ts";
import { draftOf } from "./rows.ts";
import { languagesOf } from "./standing.ts";

const FRESH = { fresh: true };

export type Composition = { faults: DraftFault[]; composedAt?: string };

/**
 * Makes of the rows of a draft what publishing takes: bodies and a manifest. Only lessons that changed since the last composing are
 * read. While anything blocks, nothing is written.
 * @throws Refused `not_found`
 */
export function composeDraft(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: { intentId: IntentId } },
): Promise<Composition> {
  const asked = { principal, operation: `draft.compose ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const kept = await loadCourse(deps, principal, courseId);
    authorise(principal, "course:edit", subjectOf(kept.value, principal));
    return compose(deps, principal, kept);
  });
}

async function compose(
  deps: Deps,
  principal: Principal,
  { value: course, revision }: Kept<Course>,
): Promise<Decision<Composition>> {
  const draft = await loadWhole(deps, course);
  const modules = await Promise.all(
    draft.outline.modules.map(async ({ id, title, lessonIds }) => ({
      id,
      title,
      lessons: await Promise.all(lessonIds.map((each) => readyLesson(deps, draft, each))),
    })),
  );
  const quiz = await readQuiz(deps, course.draft.content.quiz);
  const test = blockersOfTest(quiz, draft.now.passMarkPercent);
  const faults = [
    ...test.map(({ code, item, blocks }) => ({ code, blocks, ...(item ? { item } : {}) })),
    ...faultsOf(modules, draft.now),
    ...findingsOfChecklists(draft.now, draft.languages),
    ...findingsOfAssignments(draft.now, draft.languages),
  ]
    .sort((a, b) => Number(b.blocks) - Number(a.blocks))
    .slice(0, MOST_FAULTS);
  if (faults.some(({ blocks }) => blocks)) return { reply: { faults }, writes: [] };
  const filled = modules.filter(({ lessons }) => lessons.length > 0);
  const entries = await Promise.all(
    filled.map(async ({ lessons, ...module }) => ({
      ...module,
      lessons: await Promise.all(lessons.map(({ entry }) => entry())),
    })),
  );
  const manifest = await keepManifest(
    deps,
    Manifest.parse({ ...withQuizName(draft.now), modules: entries }),
  );
  const composedAt = deps.clock.now().toISOString();
  const content = { ...course.draft.content, manifest };
  const edited: Course = { ...course, draft: { content, changedAt: composedAt } };
  const line = auditLine(deps, principal, { ...aboutCourse(edited), action: "course.edited" });
  const isSame = manifest === course.draft.content.manifest;
  const lessons = modules.flatMap((module) => module.lessons);
  return {
    reply: { faults, composedAt },
    writes: [
      ...(isSame ? [] : [deps.store.courses.put(edited, revision), line]),
      ...remembering(deps, draft, lessons),
    ],
  };
}

/** A test that nobody has named is called as its course is. Pure. */
const withQuizName = (now: Manifest): Manifest =>
  Object.values(now.quiz.title).some(Boolean)
    ? now
    : { ...now, quiz: { ...now.quiz, title: now.title } };

type ReadyModule = Pick<Manifest["modules"][number], "id"> & {
  readonly title: Localized;
  readonly lessons: readonly ReadyLesson[];
};

/** What stands in the way of a course, and what its author should know: those that block first. Pure. */
function faultsOf(modules: readonly ReadyModule[], now: Manifest): DraftFault[] {
  const source = now.sourceLanguage;
  const empty = modules.filter(({ lessons }) => lessons.length === 0);
  const blocks = empty.length === modules.length;
  const faults: DraftFault[] = [
    ...(blocks || empty.length > 0 ? [{ code: "no_lesson" as const, blocks }] : []),
    ...settingFaults(now),
    ...modules
      .filter(({ title, lessons }) => lessons.length > 0 && title[source] === undefined)
      .slice(0, 1)
      .map(() => ({ code: "no_title" as const, language: source, blocks: true })),
    ...modules.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.faults)),
  ];
  return faults.sort((a, b) => Number(b.blocks) - Number(a.blocks)).slice(0, MOST_FAULTS);
}

/** What a course lacks that is in no lesson. */
const settingFaults = ({ summary, quiz }: Manifest): DraftFault[] => [
  ...(Object.values(summary).some(Boolean) ? [] : [{ code: "no_summary" as const, blocks: true }]),
  ...(quiz.itemCount > 0 ? [] : [{ code: "no_quiz" as const, blocks: true }]),
];

/** A draft whole, as it is stored now. */
async function loadWhole(deps: Deps, course: Course): Promise<StoredDraft> {
  const of = draftOf(course);
  const [{ outline, lessons }, composed, now] = await Promise.all([
    deps.store.drafts.all(of, FRESH),
    deps.store.drafts.composed(of),
    readManifest(deps, course.draft.content.manifest),
  ]);
  const origin = outline ? await readManifest(deps, outline.value.origin) : now;
  const order = outline?.value.outline ?? outlineFrom(course, now);
  const source = now.sourceLanguage;
  const live = order.modules.flatMap(({ lessonIds }) => lessonIds);
  const written = live.flatMap((id) => {
    const row = lessons.get(id);
    if (row) return languagesOf(row.value.lesson, source);
    return Object.keys(lessonIn(now, id)?.bodies ?? {});
  });
  const languages = languagesWith(now.otherLanguages).filter((language) =>
    written.includes(language),
  );
  return { of, outline: order, lessons, composed, now, origin, source, languages };
}

/** Which lessons need not be read the next time: those that had nothing amiss but what their places tell. */
function remembering(
  deps: Deps,
  { of, composed }: StoredDraft,
  lessons: readonly ReadyLesson[],
): Write[] {
  const revisions = lessons.flatMap(({ id, settledAt }) =>
    settledAt === undefined ? [] : [[id, settledAt] as const],
  );
  const row: ComposedRow = { ...of, lessons: Object.fromEntries(revisions) };
  const isSame = JSON.stringify(row.lessons) === JSON.stringify(composed?.value.lessons ?? {});
  return isSame ? [] : [deps.store.drafts.putComposed(row, composed?.revision ?? "absent")];
}
