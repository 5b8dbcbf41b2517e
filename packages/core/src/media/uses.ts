import type { Course, CourseUse, DraftUse, Hash, MediaId } from "@twiza/contract";
import { may } from "../authorise.ts";
import { subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Freshness } from "../store/index.ts";
import { draftUses, type LessonUses, usesIt } from "./draft-uses.ts";
import { readTestUses } from "./test-uses.ts";
import { libraryOf } from "./place.ts";
import { versionUses } from "./version-uses.ts";

/** Courses that are looked at side by side. */
const AT_ONCE = 8;

/** Where a picture or a recording of the library is used. @throws Refused `not_found` */
export async function readMediaUses(
  deps: Deps,
  principal: Principal,
  { mediaId }: { readonly mediaId: MediaId },
): Promise<{ courses: CourseUse[]; removable: boolean }> {
  const { value } = found(await deps.store.media.byId(libraryOf(principal), mediaId));
  const courses = await coursesUsing(deps, principal, value.item.media.hash, { fresh: false });
  return { courses, removable: isRemovable(courses) };
}

/** Earlier versions keep what they show without the library; drafts and what new learners meet hold it there. */
export const isRemovable = (courses: readonly CourseUse[]): boolean =>
  courses.every(
    ({ drafts, itemCount, versions }) =>
      drafts.length + itemCount === 0 && !versions.some(({ live }) => live),
  );

/** The courses of her organisation that use it. Whoever writes courses may read the drafts of all. */
export async function coursesUsing(
  deps: Deps,
  principal: Principal,
  hash: Hash,
  how: Freshness,
): Promise<CourseUse[]> {
  const organisationId = libraryOf(principal);
  const using: CourseUse[] = [];
  let after: string | undefined;
  do {
    const page = await deps.store.courses.ofOrganisation(organisationId, after);
    for (let at = 0; at < page.values.length; at += AT_ONCE) {
      const some = page.values.slice(at, at + AT_ONCE);
      const uses = some.map(({ value }) => useOf(deps, principal, { course: value, hash, how }));
      using.push(...(await Promise.all(uses)).flat());
    }
    after = page.next;
  } while (after !== undefined);
  return using;
}

type About = { readonly course: Course; readonly hash: Hash; readonly how: Freshness };

async function useOf(
  deps: Deps,
  principal: Principal,
  { course, hash, how }: About,
): Promise<CourseUse[]> {
  const [lessons, items, versions] = await Promise.all([
    draftUses(deps, course, how),
    readTestUses(deps, course.draft.content.quiz),
    versionUses(deps, course, hash),
  ]);
  const drafts = lessons.filter((lesson) => usesIt(lesson, hash)).flatMap(placesOf(hash));
  const itemCount = items.get(hash) ?? 0;
  if (drafts.length + itemCount + versions.length === 0) return [];
  const mayEdit = may(principal, "course:edit", subjectOf(course, principal));
  return [{ courseId: course.id, title: course.title, mayEdit, drafts, itemCount, versions }];
}

/** A block once, with all its languages. */
const placesOf =
  (hash: Hash) =>
  ({ lessonId, title, uses, binned, binnedKeys }: LessonUses): DraftUse[] => {
    const own = uses.filter((use) => use.hash === hash);
    return [...new Set(own.map(({ key }) => key))].map((key) => ({
      lessonId,
      title,
      key,
      languages: [...new Set(own.flatMap((use) => (use.key === key ? [use.language] : [])))],
      binned: binned || binnedKeys.includes(key),
    }));
  };
