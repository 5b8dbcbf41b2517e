import type { CompetencyId, CompetencyUse, Course, FrameworkId } from "@twiza/contract";
import { readManifest, readQuiz } from "../course/content.ts";
import { nextOf } from "../course/course.ts";
import { criteriaIn } from "../course/name-competencies.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import type { After } from "../store/index.ts";
import { loadFramework, readTree } from "./framework.ts";

/** Courses that are looked at side by side. */
const AT_ONCE = 8;

/** Where its competencies are named. One page of courses, and of each its manifest and its quiz. @throws Refused `not_found` */
export async function readFrameworkUses(
  deps: Deps,
  principal: Principal,
  { id, after }: { readonly id: FrameworkId; readonly after?: After },
): Promise<{ uses: CompetencyUse[]; next?: string }> {
  const { value } = await loadFramework(deps, principal, id);
  const wanted = new Set((await readTree(deps, value.tree)).map((each) => each.id));
  const page = await deps.store.courses.ofOrganisation(value.organisationId, after);
  const courses = page.values.map((kept) => kept.value);
  return { uses: await usesIn(deps, courses, wanted), ...nextOf(page) };
}

/** Whether any course that is being written names one of these. */
export async function isNamed(
  deps: Deps,
  organisationId: Course["organisationId"],
  wanted: ReadonlySet<CompetencyId>,
): Promise<boolean> {
  let after: After;
  do {
    const page = await deps.store.courses.ofOrganisation(organisationId, after);
    const courses = page.values.map((kept) => kept.value);
    if ((await usesIn(deps, courses, wanted)).length > 0) return true;
    after = page.next;
  } while (after !== undefined);
  return false;
}

async function usesIn(
  deps: Deps,
  courses: readonly Course[],
  wanted: ReadonlySet<CompetencyId>,
): Promise<CompetencyUse[]> {
  const uses: CompetencyUse[] = [];
  for (let at = 0; at < courses.length; at += AT_ONCE) {
    const some = courses.slice(at, at + AT_ONCE).map((course) => usesOf(deps, course, wanted));
    uses.push(...(await Promise.all(some)).flat());
  }
  return uses;
}

async function usesOf(
  deps: Deps,
  { id, title, draft }: Course,
  wanted: ReadonlySet<CompetencyId>,
): Promise<CompetencyUse[]> {
  const [manifest, { items }] = await Promise.all([
    readManifest(deps, draft.content.manifest),
    readQuiz(deps, draft.content.quiz),
  ]);
  const inItems = counted(items);
  const inCriteria = counted(criteriaIn(manifest));
  return [...new Set([...inItems.keys(), ...inCriteria.keys()])]
    .filter((each) => wanted.has(each))
    .map((competencyId) => ({
      competencyId,
      courseId: id,
      courseTitle: title,
      items: inItems.get(competencyId) ?? 0,
      criteria: inCriteria.get(competencyId) ?? 0,
    }));
}

/** How many of these name each. Pure. */
function counted(things: readonly { readonly competencies?: CompetencyId[] | undefined }[]) {
  const counts = new Map<CompetencyId, number>();
  for (const { competencies = [] } of things)
    for (const id of new Set(competencies)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
