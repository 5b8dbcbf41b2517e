import type {
  Copies,
  Course,
  CourseId,
  Draft,
  DraftOutline,
  IntentId,
  LessonId,
  LessonRow,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { readManifest } from "../course/content.ts";
import { loadCourse, subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { type Decision, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { copiedInto, type Destination } from "./copied-into.ts";
import { type CopiedFrom, copyOfLesson } from "./copy-lesson.ts";
import { outlineFrom } from "./derive.ts";
import { isOutlineFull } from "./outline.ts";
import { draftFrom, readDraft } from "./read-draft.ts";
import { draftOf } from "./rows.ts";

const FRESH = { fresh: true };

type Wish = {
  readonly intentId: IntentId;
  readonly from: CourseId;
  readonly to: Destination;
  readonly lessons: Copies;
};

/**
 * Copies lessons of another course of the organisation into this draft, with their words in all languages, their pictures and
 * their practice questions. Graded items belong to no lesson and stay.
 * @throws Refused `not_found`, `draft.full`
 */
export function copyIntoDraft(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<Draft> {
  return onceOf(
    deps,
    { principal, operation: `draft.copy ${courseId}`, request: body },
    {
      work: async () => {
        const { value: course } = await loadCourse(deps, principal, courseId);
        authorise(principal, "course:edit", subjectOf(course, principal));
        const { value: other } = await loadCourse(deps, principal, body.from);
        return copy(deps, principal, { course, other, body });
      },
      now: () => readDraft(deps, principal, { courseId, how: FRESH }),
    },
  );
}

type About = { readonly course: Course; readonly other: Course; readonly body: Wish };

async function copy(
  deps: Deps,
  principal: Principal,
  { course, other, body }: About,
): Promise<Decision<Draft>> {
  const [here, there] = await Promise.all([drawnUp(deps, course), drawnUp(deps, other)]);
  const { begun, kept } = here;
  const now = await readManifest(deps, course.draft.content.manifest);
  const { manifest, origin } = begun;
  const { outline, copied } = copiedInto(here.outline, there.outline, body);
  if (isOutlineFull(outline)) throw new Refused("draft.full");
  const act = { by: principal.accountId, at: deps.clock.now().toISOString() };
  const into = { courseId: course.id, source: manifest.sourceLanguage };
  const fresh = await Promise.all(
    [...copied].map(([as, id]) => copyOfLesson(deps, there, { id, as, act, into })),
  );
  const isSame = outline === here.outline;
  const after = isSame ? outline : { ...outline, changedAt: act.at };
  const lessons = new Map<LessonId, Pick<Kept<LessonRow>, "value">>([
    ...here.lessons,
    ...fresh.map(({ row }) => [row.lesson.id, { value: row }] as const),
  ]);
  const { organisationId } = course;
  const order = { organisationId, outline: after, origin };
  return {
    reply: draftFrom({ course, principal, manifest, now, outline: after, lessons }),
    writes: [
      ...(isSame ? [] : [deps.store.drafts.putOutline(order, kept ?? "absent")]),
      ...fresh.flatMap(({ writes }) => writes),
    ],
  };
}

type DrawnUp = CopiedFrom & { readonly outline: DraftOutline; readonly kept?: number };

/** A draft as it is stored now: its order, with the revision of its row if it has one, and its lessons. */
async function drawnUp(deps: Deps, course: Course): Promise<DrawnUp> {
  const { outline, lessons } = await deps.store.drafts.all(draftOf(course), FRESH);
  const origin = outline?.value.origin ?? course.draft.content.manifest;
  const manifest = await readManifest(deps, origin);
  return {
    ...{ course, lessons, begun: { manifest, origin } },
    outline: outline?.value.outline ?? outlineFrom(course, manifest),
    ...(outline ? { kept: outline.revision } : {}),
  };
}
