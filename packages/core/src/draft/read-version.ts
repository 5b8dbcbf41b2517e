import type {
  Course,
  CourseId,
  DraftOutline,
  LessonId,
  LessonRow,
  Manifest,
  ManifestLesson,
  PastVersion,
} from "@twiza/contract";
import { may } from "../authorise.ts";
import { readManifest } from "../course/content.ts";
import { loadCourse, subjectOf } from "../course/course.ts";
import { nameOfMember } from "../course/owners-of.ts";
import { differenceOf } from "../course/publish.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import type { Kept } from "../store/index.ts";
import { lessonIn, outlineFrom } from "./derive.ts";
import { loadVersion } from "./restore-version.ts";
import { draftOf } from "./rows.ts";

type Asked = {
  readonly courseId: CourseId;
  readonly version: string;
  readonly against?: string | undefined;
};

/** A published version, with what it would change of the draft and of another one. @throws Refused `not_found` */
export async function readVersion(
  deps: Deps,
  principal: Principal,
  { courseId, version: number, against }: Asked,
): Promise<PastVersion> {
  const { value: course } = await loadCourse(deps, principal, courseId);
  const other = Number(against ?? course.live?.version ?? number);
  const [{ value: version }, { value: beside }] = await Promise.all([
    loadVersion(deps, course, Number(number)),
    loadVersion(deps, course, other),
  ]);
  const { publishedBy, content } = version;
  const [outline, otherOutline, draft, name] = await Promise.all([
    readManifest(deps, content.manifest),
    readManifest(deps, beside.content.manifest),
    writtenManifest(deps, course),
    nameOfMember(deps, course.organisationId, publishedBy),
  ]);
  const past = { manifest: outline, quiz: content.quiz };
  const quiz = course.draft.content.quiz;
  const fromOther = differenceOf(past, { manifest: otherOutline, quiz: beside.content.quiz });
  return {
    version: version.version,
    note: version.note,
    publishedAt: version.publishedAt,
    ...(name === undefined ? {} : { publishedBy: name }),
    isLive: course.live?.version === version.version,
    outline,
    fromDraft: differenceOf(past, { manifest: draft, quiz }),
    fromOther: { ...fromOther, version: other },
    mayRestore: may(principal, "course:edit", subjectOf(course, principal)),
  };
}

async function writtenManifest(deps: Deps, course: Course): Promise<Manifest> {
  const of = draftOf(course);
  const [{ outline, lessons }, composed, now] = await Promise.all([
    deps.store.drafts.all(of, { fresh: false }),
    deps.store.drafts.composed(of),
    readManifest(deps, course.draft.content.manifest),
  ]);
  const origin = outline ? await readManifest(deps, outline.value.origin) : now;
  const order = outline?.value.outline ?? outlineFrom(course, now);
  return asWritten(now, { order, lessons, origin, composed: composed?.value.lessons ?? {} });
}

type Written = {
  readonly order: DraftOutline;
  readonly lessons: ReadonlyMap<LessonId, Kept<LessonRow>>;
  readonly origin: Manifest;
  readonly composed: Readonly<Record<LessonId, number>>;
};

/**
 * The manifest of a draft as it is written by now, to be compared: a lesson that was saved since it was composed has no bodies in
 * it, so that it is like no other. Pure.
 */
function asWritten(now: Manifest, { order, lessons, origin, composed }: Written): Manifest {
  const entryOf = (id: LessonId): ManifestLesson[] => {
    const before = lessonIn(now, id) ?? lessonIn(origin, id);
    const row = lessons.get(id);
    if (!row || (before && composed[id] === row.revision)) return before ? [before] : [];
    const { title, minutes, places } = row.value.lesson;
    return [{ id, title, minutes, blockCount: places.length, bodies: {} }];
  };
  const modules = order.modules.map(({ id, title, lessonIds }) => ({
    id,
    title,
    lessons: lessonIds.flatMap(entryOf),
  }));
  return { ...now, modules };
}
