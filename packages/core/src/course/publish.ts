import { type CourseDifference, Manifest, type ManifestLesson } from "@twiza/contract";
import { blockersOfAssignments } from "../quality/assignments.ts";
import { blockersOfChecklists } from "../quality/checklists.ts";
import { sameJson } from "./canonical-json.ts";

const lessonsOf = (manifest: Manifest): Map<string, ManifestLesson> =>
  new Map(
    manifest.modules.flatMap((module) => module.lessons.map((lesson) => [lesson.id, lesson])),
  );

/** What of a manifest is no lesson, no checklist and no assignment: its settings, its modules, and the order of the lessons that `other` has as well. */
const settingsOf = (
  { modules, checklists: _, assignments: __, ...rest }: Manifest,
  other: ReadonlyMap<string, ManifestLesson>,
): string =>
  JSON.stringify([
    rest,
    modules.map(({ id, title, lessons }) => [
      id,
      title,
      lessons.map((lesson) => lesson.id).filter((lesson) => other.has(lesson)),
    ]),
  ]);

/** What publishing `draft` would change for learners who now meet `live`. A first publishing adds everything. */
export function differenceOf(
  draft: { manifest: Manifest; quiz: string },
  live: { manifest: Manifest; quiz: string } | undefined,
): CourseDifference {
  const before = live ? lessonsOf(live.manifest) : new Map<string, ManifestLesson>();
  const after = lessonsOf(draft.manifest);
  const changed = [...after].filter(([id, lesson]) => {
    const old = before.get(id);
    return old && JSON.stringify(old) !== JSON.stringify(lesson);
  });
  return {
    lessonsAdded: [...after.keys()].filter((id) => !before.has(id)).length,
    lessonsChanged: changed.length,
    lessonsRemoved: [...before.keys()].filter((id) => !after.has(id)).length,
    settingsChanged:
      !live || settingsOf(draft.manifest, before) !== settingsOf(live.manifest, after),
    quizChanged: draft.quiz !== live?.quiz,
    checklistsChanged: !sameJson(draft.manifest.checklists ?? [], live?.manifest.checklists ?? []),
    assignmentsChanged: !sameJson(draft.manifest.assignments ?? [], live?.manifest.assignments ?? []), // prettier-ignore
  };
}

export const isChanged = (difference: CourseDifference): boolean =>
  difference.settingsChanged ||
  difference.quizChanged ||
  difference.checklistsChanged ||
  difference.assignmentsChanged ||
  difference.lessonsAdded + difference.lessonsChanged + difference.lessonsRemoved > 0;

/** A course can go live when nothing is missing in it, and each lesson, checklist and assignment can be read in the language it was written in. */
export const isComplete = (manifest: Manifest): boolean =>
  Manifest.safeParse(manifest).success &&
  blockersOfChecklists(manifest).length === 0 &&
  blockersOfAssignments(manifest).length === 0 &&
  [...lessonsOf(manifest).values()].every(
    (lesson) => lesson.bodies[manifest.sourceLanguage] !== undefined,
  );
