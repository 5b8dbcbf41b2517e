import type { Draft } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { isModuleKnown, whereIs } from "./already.ts";
import type { Plan, PlannedLesson } from "./plan.ts";

type Title = Partial<Record<ContentLanguage, string>>;
/** What is asked of the order of a course, a part of all that may be. */
export type Act =
  | { readonly do: "addModule"; readonly id: string; readonly after?: string }
  | { readonly do: "renameModule"; readonly id: string; readonly title: Title }
  | {
      readonly do: "addLesson";
      readonly id: string;
      readonly moduleId: string;
      readonly after?: string;
      readonly title: Title;
      readonly template: "empty";
    }
  | { readonly do: "removeModule" | "removeLesson"; readonly id: string };

/** Most commands of one arrangement. */
const TOGETHER = 20;
/** Most lessons that are made at once: a new module takes two commands. */
export const LESSONS = TOGETHER - 2;

/** What makes those of some lessons of a plan that the course does not know yet, each behind the one before it. */
export function arrangementOf(
  { module, lessons, language }: Plan,
  { outline }: Draft,
  some: readonly PlannedLesson[],
): Act[] {
  const last = outline.modules.at(-1)?.id;
  const home = outline.modules.find(({ id }) => id === module.id);
  const isNew = module.title !== undefined && !isModuleKnown(outline, module.id);
  const acts: Act[] = isNew
    ? [
        { do: "addModule", id: module.id, ...(last && { after: last }) },
        { do: "renameModule", id: module.id, title: { [language]: module.title } },
      ]
    : [];
  for (const lesson of some) {
    if (whereIs(outline, lesson.id) !== "none") continue;
    const after = lessons[lessons.indexOf(lesson) - 1]?.id ?? home?.lessonIds.at(-1);
    acts.push({
      do: "addLesson",
      id: lesson.id,
      moduleId: module.id,
      ...(after && { after }),
      title: lesson.title === "" ? {} : { [language]: lesson.title },
      template: "empty",
    });
  }
  return acts;
}

/**
 * What takes a bringing back, in so many arrangements: its module goes to the bin with all that is in it, unless somebody has put
 * something else there, or it was there before; then its lessons go one by one.
 */
export function takenBack({ outline }: Draft, { module, lessons }: Plan): Act[][] {
  const own = new Set(lessons.map(({ id }) => id));
  const home = outline.modules.find(({ id }) => id === module.id);
  const isWhole = module.title !== undefined && home?.lessonIds.every((id) => own.has(id)) === true;
  const along = new Set<string>(isWhole ? home.lessonIds : []);
  const alone = lessons.filter(({ id }) => whereIs(outline, id) === "there" && !along.has(id));
  const acts: Act[] = [
    ...(isWhole ? [{ do: "removeModule" as const, id: module.id }] : []),
    ...alone.map(({ id }) => ({ do: "removeLesson" as const, id })),
  ];
  return Array.from({ length: Math.ceil(acts.length / TOGETHER) }, (_, at) =>
    acts.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
}
