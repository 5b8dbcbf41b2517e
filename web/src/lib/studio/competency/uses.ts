import type { CompetencyUse } from "@twiza/contract";
import { call } from "#lib";

/** Every place where a framework is named. @throws Problem */
export async function allUses(frameworkId: string): Promise<readonly CompetencyUse[]> {
  const uses: CompetencyUse[] = [];
  let after: string | undefined;
  do {
    const page = await call("readFrameworkUses", { params: { frameworkId }, query: { after } });
    uses.push(...page.uses);
    after = page.next;
  } while (after !== undefined);
  return uses;
}

export type UsedIn = Pick<CompetencyUse, "courseId" | "courseTitle" | "items" | "criteria">;

/** The same by course, of these competencies. */
export function byCourse(
  uses: readonly CompetencyUse[],
  wanted: ReadonlySet<string> | undefined,
): readonly UsedIn[] {
  const courses = new Map<string, UsedIn>();
  for (const { competencyId, courseId, courseTitle, items, criteria } of uses) {
    if (wanted && !wanted.has(competencyId)) continue;
    const before = courses.get(courseId) ?? { courseId, courseTitle, items: 0, criteria: 0 };
    courses.set(courseId, {
      ...before,
      items: before.items + items,
      criteria: before.criteria + criteria,
    });
  }
  return [...courses.values()];
}
