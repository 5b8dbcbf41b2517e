import type {
  Course,
  CourseCommand,
  CourseId,
  Draft,
  Hash,
  IntentId,
  LessonId,
  LessonRow,
  Manifest,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { readManifest } from "../course/content.ts";
import { loadCourse, subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { type Decision, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { copyOfLesson, type New } from "./copy-lesson.ts";
import { outlineFrom } from "./derive.ts";
import { type Arranging, isOutlineFull, withCourseCommand, withoutPastLessons } from "./outline.ts";
import { type Act, mayBeSaidIn } from "./place.ts";
import { draftFrom, readDraft } from "./read-draft.ts";
import { draftOf } from "./rows.ts";
import { lessonFrom } from "./template.ts";

const FRESH = { fresh: true };

type Wish = { readonly intentId: IntentId; readonly commands: readonly CourseCommand[] };

/**
 * Changes the order of a draft. What has lain in the bin too long leaves it.
 * @throws Refused `not_found`, `draft.full`
 */
export function arrangeDraft(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<Draft> {
  return onceOf(
    deps,
    { principal, operation: `draft.arrange ${courseId}`, request: body },
    {
      work: async () => {
        const { value: course } = await loadCourse(deps, principal, courseId);
        authorise(principal, "course:edit", subjectOf(course, principal));
        return arrange(deps, principal, { course, commands: body.commands });
      },
      now: () => readDraft(deps, principal, { courseId, how: FRESH }),
    },
  );
}

type Lessons = ReadonlyMap<LessonId, Kept<LessonRow>>;
type Origin = { readonly manifest: Manifest; readonly origin: Hash };

async function arrange(
  deps: Deps,
  principal: Principal,
  { course, commands }: { readonly course: Course } & Pick<Wish, "commands">,
): Promise<Decision<Draft>> {
  const { outline: kept, lessons } = await deps.store.drafts.all(draftOf(course), FRESH);
  const origin = kept?.value.origin ?? course.draft.content.manifest;
  const manifest = await readManifest(deps, origin);
  const act: Act = { by: principal.accountId, at: deps.clock.now().toISOString() };
  const before = kept?.value.outline ?? outlineFrom(course, manifest);
  const { outline: tidied, gone } = withoutPastLessons(before, act.at);
  const start: Arranging = { outline: tidied, made: new Map(), copied: new Map() };
  const after = commands.reduce((state, command) => withCourseCommand(state, command, act), start);
  if (isOutlineFull(after.outline)) throw new Refused("draft.full");
  const isSame = JSON.stringify(after.outline) === JSON.stringify(before);
  const outline = isSame ? before : { ...after.outline, changedAt: act.at };
  const fresh = await newLessons(deps, { course, after, lessons, act, from: { manifest, origin } });
  const rows = new Map([
    ...lessons,
    ...fresh.map(({ row }) => [row.lesson.id, { value: row }] as const),
  ]);
  const { drafts } = deps.store;
  const { organisationId } = course;
  const writes = [
    ...(isSame
      ? []
      : [drafts.putOutline({ organisationId, outline, origin }, kept?.revision ?? "absent")]),
    ...fresh.flatMap(({ writes: own }) => own),
    ...gone.flatMap((lessonId) => {
      const row = lessons.get(lessonId);
      if (!row) return [];
      const { lesson, sourceLanguage } = row.value;
      const was = { revision: row.revision, saidIn: mayBeSaidIn(lesson, sourceLanguage) };
      return [drafts.removeLesson({ ...draftOf(course), lessonId }, was)];
    }),
  ];
  const now = await readManifest(deps, course.draft.content.manifest);
  return { reply: draftFrom({ course, principal, manifest, now, outline, lessons: rows }), writes };
}

type Parts = {
  readonly course: Course;
  readonly after: Arranging;
  readonly lessons: Lessons;
  readonly act: Act;
  readonly from: Origin;
};

async function newLessons(deps: Deps, parts: Parts): Promise<New[]> {
  const { course, after, lessons, act, from } = parts;
  const source = from.manifest.sourceLanguage;
  const made = [...after.made.values()].map((command): New => {
    const lesson = lessonFrom(command, { courseId: course.id, source, act });
    const row = { organisationId: course.organisationId, sourceLanguage: source, lesson };
    return { row, writes: [deps.store.drafts.putLesson(row, "absent")] };
  });
  const own = { course, lessons, begun: from };
  const copied = [...after.copied].map(([as, id]) => copyOfLesson(deps, own, { id, as, act }));
  return [...made, ...(await Promise.all(copied))];
}
