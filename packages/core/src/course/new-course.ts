import type { Course, CourseId, Localized, Manifest, OrganisationId, Quiz } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Write } from "../store/index.ts";
import { keepManifest, keepQuiz } from "./content.ts";
import { aboutCourse } from "./course.ts";

/** What a course begins as that has no settings of its own yet. */
const SETTINGS = { legalReview: false, passMarkPercent: 70, triesAllowed: 3 } as const;
export const NO_QUIZ = { title: {}, itemCount: 0 } as const;
const NO_ITEMS: Quiz = { format: 1, items: [] };

/** A course that says nothing but its name, and maybe what it is about. */
export const blankManifest = (
  courseId: CourseId,
  about: Pick<Manifest, "title" | "summary" | "sourceLanguage" | "otherLanguages">,
): Manifest => ({
  ...{ format: 1, courseId },
  ...about,
  ...SETTINGS,
  quiz: NO_QUIZ,
  modules: [],
});

/** Where new courses of hers belong: whoever may write a course of her own may begin one. @throws Refused `not_found` */
export function homeOf(principal: Principal): OrganisationId {
  const organisationId = found(principal.organisationId);
  authorise(principal, "course:edit", { organisationId, own: true });
  return organisationId;
}

type Parts = {
  readonly manifest: Manifest;
  /** The hash of its quiz; without it there is no item yet. */
  readonly quiz?: Course["draft"]["content"]["quiz"];
  /** What it was made of, in words for the audit trail. */
  readonly note?: string;
};

/**
 * A course that begins, whose owner is who began it. The id is the client's: one that any course has already is refused as if
 * she had no business here, so that nobody finds out about courses by trying.
 * @throws Refused `not_found`
 */
export async function newCourse(
  deps: Deps,
  principal: Principal,
  { manifest, quiz, note = "" }: Parts,
): Promise<{ readonly course: Course; readonly writes: readonly Write[] }> {
  const organisationId = homeOf(principal);
  const id = manifest.courseId;
  if (await deps.store.courses.isTaken(id)) throw new Refused("not_found");
  const content = {
    manifest: await keepManifest(deps, manifest),
    quiz: quiz ?? (await keepQuiz(deps, NO_ITEMS)),
  };
  const title: Localized = manifest.title;
  const course: Course = {
    ...{ id, organisationId, ownerIds: [principal.accountId], title },
    visibility: "public",
    draft: { content, changedAt: deps.clock.now().toISOString() },
  };
  const line = auditLine(deps, principal, {
    ...aboutCourse(course),
    action: "course.created",
    note,
  });
  return { course, writes: [deps.store.courses.create(course), line] };
}
