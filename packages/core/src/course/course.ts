import {
  type CatalogueEntry,
  type CertificateRule,
  type ContentLanguage,
  type Course,
  type CourseDesk,
  type CourseId,
  type CourseLine,
  type IntentId,
  languagesWith,
  type LessonId,
  type Localized,
  type Manifest,
  type PublicEntry,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise, may, type Subject } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After, Kept } from "../store/index.ts";
import { approvalOf, isApprovalRequired, reviewLineOf } from "./approval.ts";
import {
  bodiesOf,
  keepManifest,
  readManifest,
  readModuleWeights,
  readWeight,
  sameContent,
} from "./content.ts";
import { chosenLanguages } from "./languages.ts";
import { ownersOf } from "./owners-of.ts";
import { differenceOf } from "./publish.ts";

export const subjectOf = (course: Course, principal: Principal): Subject => ({
  organisationId: course.organisationId,
  own: course.ownerIds.includes(principal.accountId),
  published: course.live !== undefined,
});

export const lineOf = (course: Course): CourseLine => ({
  id: course.id,
  title: course.title,
  visibility: course.visibility,
  changedAt: course.draft.changedAt,
  unpublishedChanges: !course.live || !sameContent(course.draft.content, course.live.content),
  ...(course.live ? { version: course.live.version, publishedAt: course.live.publishedAt } : {}),
});

/** By the same table that decides when she acts. */
const rightsOf = (course: Course, principal: Principal) => ({
  mayEdit: may(principal, "course:edit", subjectOf(course, principal)),
  mayPublish: may(principal, "course:publish", subjectOf(course, principal)),
});

const viewerOf = (course: Course, principal: Principal) => ({
  principal,
  subject: subjectOf(course, principal),
});

async function publicEntry(deps: Deps, entry: CatalogueEntry): Promise<PublicEntry> {
  const { content, weight: known, ...rest } = entry;
  const weight = known ?? (content.pack && (await readWeight(deps, content.pack)));
  return {
    ...rest,
    manifest: content.manifest,
    ...(content.pack ? { pack: content.pack } : {}),
    ...(weight ? { weight } : {}),
  };
}

/** The published courses that anybody may take. One query. */
export async function listCatalogue(deps: Deps, after: After) {
  const page = await deps.store.courses.catalogue(after);
  const courses = await Promise.all(page.values.map(({ value }) => publicEntry(deps, value)));
  return { courses, ...nextOf(page) };
}

/** One published course and its open cohorts, and where a lesson of it lies. One query. */
export async function readOutline(
  deps: Deps,
  { courseId, lessonId }: { courseId: CourseId; lessonId?: LessonId | undefined },
) {
  const outline = found(await deps.store.courses.outline(courseId));
  const { pack, manifest } = outline.entry.value.content;
  const [course, modules, bodies] = await Promise.all([
    publicEntry(deps, outline.entry.value),
    pack ? readModuleWeights(deps, pack) : [],
    lessonId && readManifest(deps, manifest).then((whole) => bodiesOf(whole, lessonId)),
  ]);
  return {
    course,
    cohorts: [...outline.offers],
    modules: [...modules],
    ...(bodies ? { bodies } : {}),
  };
}

/** The courses of the organisation. A trainer's own come with the others, marked by what she may do with them. */
export async function listCourses(deps: Deps, principal: Principal, after: After) {
  const organisationId = found(principal.organisationId);
  const page = await deps.store.courses.ofOrganisation(organisationId, after);
  const readable = page.values.filter(({ value }) =>
    may(principal, "course:read", subjectOf(value, principal)),
  );
  const isReviewed = await isApprovalRequired(deps, organisationId);
  const courses = await Promise.all(
    readable.map(async ({ value }) => ({
      ...lineOf(value),
      ...rightsOf(value, principal),
      ...(isReviewed ? await reviewLineOf(value, viewerOf(value, principal)) : {}),
    })),
  );
  return { courses, ...nextOf(page) };
}

export async function loadCourse(
  deps: Deps,
  principal: Principal,
  id: CourseId,
): Promise<Kept<Course>> {
  const kept = found(await deps.store.courses.byId(found(principal.organisationId), id));
  authorise(principal, "course:read", subjectOf(kept.value, principal));
  return kept;
}

/** A course at its trainer's desk, with what publishing would change. */
export async function readCourse(
  deps: Deps,
  principal: Principal,
  id: CourseId,
): Promise<CourseDesk> {
  const { value: course, revision } = await loadCourse(deps, principal, id);
  const [versions, draft, owners, isReviewed] = await Promise.all([
    deps.store.courses.versions(id),
    readManifest(deps, course.draft.content.manifest),
    ownersOf(deps, course),
    isApprovalRequired(deps, course.organisationId),
  ]);
  return {
    ...lineOf(course),
    ...rightsOf(course, principal),
    revision,
    draft,
    owners,
    mayOwn: may(principal, "course:own", subjectOf(course, principal)),
    ...(isReviewed ? { approval: await approvalOf(course, viewerOf(course, principal)) } : {}),
    difference: await differenceWithLive(deps, course, draft),
    versions: versions.values.map(({ value: { version, note, publishedAt } }) => ({
      version,
      note,
      publishedAt,
    })),
  };
}

export async function differenceWithLive(deps: Deps, course: Course, draft: Manifest) {
  const live = course.live && {
    manifest: await readManifest(deps, course.live.content.manifest),
    quiz: course.live.content.quiz,
  };
  return differenceOf({ manifest: draft, quiz: course.draft.content.quiz }, live);
}

type Edit = {
  intentId: IntentId;
  revision: number;
  title: Localized;
  summary: Localized;
  passMarkPercent: number;
  triesAllowed: number;
  certificate?: CertificateRule | "for_ever" | undefined;
  otherLanguages?: readonly ContentLanguage[] | undefined;
};

/**
 * Changes what learners will meet after the next publishing.
 * @throws Refused `stale_write` when the course was written since it was read: nobody undoes what she has not seen;
 * `language.unknown`, `language.source`
 */
export function editCourse(
  deps: Deps,
  principal: Principal,
  id: CourseId,
  body: Edit,
): Promise<CourseLine> {
  return once(deps, { principal, operation: `course.edit ${id}`, request: body }, async () => {
    const { value: course, revision } = await loadCourse(deps, principal, id);
    authorise(principal, "course:edit", subjectOf(course, principal));
    const {
      intentId: _,
      revision: read,
      otherLanguages: wanted,
      certificate: rule,
      ...settings
    } = body;
    if (revision !== read) throw new Refused("stale_write");
    const before = await readManifest(deps, course.draft.content.manifest);
    const others = await withOthers(deps, course, { before, wanted });
    const manifest = { ...withRule(others, rule), ...settings };
    const content = { ...course.draft.content, manifest: await keepManifest(deps, manifest) };
    const edited: Course = {
      ...course,
      title: body.title,
      draft: { content, changedAt: deps.clock.now().toISOString() },
    };
    const line = auditLine(deps, principal, { ...aboutCourse(edited), action: "course.edited" });
    return { reply: lineOf(edited), writes: [deps.store.courses.put(edited, revision), line] };
  });
}

/** For how long its certificates hold; without a word as before. */
function withRule(manifest: Manifest, rule: Edit["certificate"]): Manifest {
  const { certificate: before, ...rest } = manifest;
  const certificate = rule ?? before;
  return certificate && certificate !== "for_ever" ? { ...rest, certificate } : rest;
}

/** @throws Refused `language.unknown`; `language.source`: what a course is written in first it is written in */
async function withOthers(
  deps: Deps,
  { organisationId }: Course,
  { before, wanted }: { readonly before: Manifest; readonly wanted: Edit["otherLanguages"] },
): Promise<Manifest> {
  if (!wanted) return before;
  const { otherLanguages, ...rest } = before;
  const others = await chosenLanguages(deps, organisationId, { wanted, before: otherLanguages });
  if (!languagesWith(others).includes(rest.sourceLanguage)) throw new Refused("language.source");
  return others.length > 0 ? { ...rest, otherLanguages: others } : rest;
}

export const aboutCourse = (course: Course) => ({
  organisationId: course.organisationId,
  subjectId: course.id,
  subjectName: Object.values(course.title).find(Boolean) ?? course.id,
});

/** Exact optional properties: a page without a next has no `next`. */
export const nextOf = (page: { next?: string }): { next?: string } =>
  page.next ? { next: page.next } : {};
