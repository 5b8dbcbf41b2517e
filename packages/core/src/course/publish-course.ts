import {
  type CatalogueEntry,
  type Content,
  type Course,
  type CourseId,
  type CourseLine,
  type CourseVersion,
  type IntentId,
  languagesWith,
  type Manifest,
  type Organisation,
  type PackWeight,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { minutesOf, readManifest } from "./content.ts";
import { aboutCourse, lineOf, loadCourse, subjectOf } from "./course.ts";
import { keepPack } from "./keep-pack.ts";
import { withNamedCompetencies } from "./name-competencies.ts";
import { mustBePublishable } from "./publishable.ts";
import { isApproved, printOf } from "./review.ts";

/**
 * Makes the draft the live version, for ever under its number. Learners who are under way keep theirs.
 * @throws Refused `course.unchanged`, `course.incomplete`, `course.voice_astray`, `course.unpassable`, `review.required`
 */
export function publishCourse(
  deps: Deps,
  principal: Principal,
  id: CourseId,
  body: { intentId: IntentId; note: string },
): Promise<CourseLine> {
  return once(deps, { principal, operation: `course.publish ${id}`, request: body }, async () => {
    const { value: written, revision } = await loadCourse(deps, principal, id);
    authorise(principal, "course:publish", subjectOf(written, principal));
    await mustBePublishable(
      deps,
      written,
      await readManifest(deps, written.draft.content.manifest),
    );
    const course = await withNamedCompetencies(deps, written);
    const manifest = await readManifest(deps, course.draft.content.manifest);
    const organisation = found(
      await deps.store.organisations.byId(course.organisationId, { fresh: true }),
    );
    if (organisation.value.approval && !isApproved(course.review, await printOf(course)))
      throw new Refused("review.required");
    const { content } = course.draft;
    const { pack, weight } = await keepPack(deps, manifest, content.manifest);
    const published = publish(course, {
      content: { ...content, pack },
      at: deps.clock.now().toISOString(),
      note: body.note,
      by: principal,
    });
    const outline = await deps.store.courses.outline(id);
    const writes = [
      deps.store.courses.put(published.course, revision),
      deps.store.courses.putVersion(published.version),
      deps.store.courses.putEntry(
        entryOf(published, { manifest, weight, organisation: organisation.value }),
        outline?.entry.revision ?? "absent",
      ),
      auditLine(deps, principal, {
        ...aboutCourse(course),
        action: "course.published",
        note: body.note,
      }),
    ];
    return { reply: lineOf(published.course), writes };
  });
}

/** Pure: the course with its draft live, and the version that records it. */
function publish(
  course: Course,
  { content, at, note, by }: { content: Content; at: string; note: string; by: Principal },
): { course: Course; version: CourseVersion } {
  const number = (course.live?.version ?? 0) + 1;
  return {
    course: { ...course, live: { version: number, content, publishedAt: at } },
    version: {
      courseId: course.id,
      version: number,
      organisationId: course.organisationId,
      content,
      note,
      publishedAt: at,
      publishedBy: by.accountId,
    },
  };
}

/** Pure: what a visitor sees of a version before she opens it. */
function entryOf(
  { course, version }: { course: Course; version: CourseVersion },
  about: { manifest: Manifest; weight: PackWeight; organisation: Organisation },
): CatalogueEntry {
  const { manifest, weight, organisation } = about;
  const lessons = manifest.modules.flatMap((module) => module.lessons);
  return {
    courseId: course.id,
    organisationId: course.organisationId,
    organisationName: organisation.name,
    title: manifest.title,
    summary: manifest.summary,
    languages: languagesWith(manifest.otherLanguages).filter((language) =>
      lessons.some((lesson) => lesson.bodies[language]),
    ),
    ...(manifest.otherLanguages ? { otherLanguages: manifest.otherLanguages } : {}),
    version: version.version,
    content: version.content,
    visibility: course.visibility,
    lessonCount: lessons.length,
    minutes: minutesOf(manifest),
    weight,
    publishedAt: version.publishedAt,
  };
}
