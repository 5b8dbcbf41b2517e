import type { Course, CourseId, Hash, Media } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { aboutCourse, loadCourse, subjectOf } from "./course.ts";

/** A course that she may write. @throws Refused `not_found` */
export async function courseToEdit(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<Kept<Course>> {
  const kept = await loadCourse(deps, principal, courseId);
  authorise(principal, "course:edit", subjectOf(kept.value, principal));
  return kept;
}

/** The course with other content in its draft, and what has to be written for it. */
export function withContent(
  deps: Deps,
  principal: Principal,
  {
    kept: { value, revision },
    content,
  }: { readonly kept: Kept<Course>; readonly content: Partial<Course["draft"]["content"]> },
): { readonly course: Course; readonly writes: readonly Write[] } {
  const draft = {
    content: { ...value.draft.content, ...content },
    changedAt: deps.clock.now().toISOString(),
  };
  const course: Course = { ...value, draft };
  const line = auditLine(deps, principal, { ...aboutCourse(course), action: "course.edited" });
  return { course, writes: [deps.store.courses.put(course, revision), line] };
}

/** That each of these lies here, and is as long as it is said to be. @throws Refused `upload.missing` */
export async function mustBeHere(deps: Deps, media: readonly Media[]): Promise<void> {
  const sizes = new Map<Hash, number>(media.map(({ hash, bytes }) => [hash, bytes]));
  const here = await Promise.all(
    [...sizes].map(async ([hash, bytes]) => (await deps.publicBlobs.get(hash))?.length === bytes),
  );
  if (here.includes(false)) throw new Refused("upload.missing");
}
