import type { Draft, DraftLine, DraftOutline } from "@twiza/contract";
import { MOST_COPIES } from "@twiza/contract/copy-limits";
import type { Call } from "../api.ts";
import type { Slot } from "./reorder.svelte.ts";

/** What an author does to the order of a course, as it is sent. */
export type CourseAct = Call<"arrangeDraft">["body"]["commands"][number];
type Module = DraftOutline["modules"][number];

/** The place before the first lesson of a module. */
const into = (moduleId: string): Slot => `in:${moduleId}`;
const INTO = /^in:(.+)$/;

const moduleOf = ({ modules }: DraftOutline, lessonId: string): Module | undefined =>
  modules.find(({ lessonIds }) => lessonIds.some((id) => id === lessonId));

/** Where a lesson may lie: at the beginning of each module, and behind each other lesson. */
export const lessonSlots = ({ modules }: DraftOutline, lessonId: string): readonly Slot[] =>
  modules.flatMap(({ id, lessonIds }) => [
    into(id),
    ...lessonIds.filter((one) => one !== lessonId),
  ]);

/** Where it lies. */
export function slotOfLesson(outline: DraftOutline, lessonId: string): Slot {
  const home = moduleOf(outline, lessonId);
  const at = home?.lessonIds.findIndex((id) => id === lessonId) ?? -1;
  return home?.lessonIds[at - 1] ?? into(home?.id ?? "");
}

/** Which module a place is in, and the how manieth of it would lie there, of how many. */
export function placeOf(
  outline: DraftOutline,
  lessonId: string,
  slot: Slot,
): { readonly module: Module | undefined; readonly position: number; readonly total: number } {
  const asked = INTO.exec(slot)?.[1];
  const module = outline.modules.find(({ id }) => id === asked) ?? moduleOf(outline, slot);
  const others = module?.lessonIds.filter((id) => id !== lessonId) ?? [];
  return {
    module,
    position: others.findIndex((id) => id === slot) + 2,
    total: others.length + 1,
  };
}

/** What brings a lesson there. */
export function lessonTo(outline: DraftOutline, lessonId: string, slot: Slot): CourseAct {
  const { module } = placeOf(outline, lessonId, slot);
  const after = INTO.test(slot) ? {} : { after: slot };
  return { do: "moveLesson", id: lessonId, moduleId: module?.id ?? "", ...after };
}

/** Where a module may lie: before all others, or behind one. */
export const moduleSlots = ({ modules }: DraftOutline, moduleId: string): readonly Slot[] => [
  "",
  ...modules.map(({ id }) => id).filter((id) => id !== moduleId),
];
export function slotOfModule({ modules }: DraftOutline, moduleId: string): Slot {
  const at = modules.findIndex(({ id }) => id === moduleId);
  return modules[at - 1]?.id ?? "";
}
export const moduleTo = (moduleId: string, slot: Slot): CourseAct => ({
  do: "moveModule",
  id: moduleId,
  ...(slot === "" ? {} : { after: slot }),
});

export const lineOf = ({ lessons }: Draft, lessonId: string): DraftLine | undefined =>
  lessons.find(({ id }) => id === lessonId);

/** Names of things that a client makes: a prefix and a number that nobody else has. */
export const newIdOf = (prefix: "crs" | "mod" | "les", newId: () => string): string =>
  `${prefix}_${newId().replaceAll("-", "")}`;

/** A lesson to be copied, and the name of its copy. */
export type Copy = { readonly id: string; readonly as: string };

/** Every lesson of a module with a name for its copy, in portions that one request takes. There is always one. */
export function copiesOf(
  { modules }: DraftOutline,
  moduleId: string,
  newId: () => string,
): readonly Copy[][] {
  const module = modules.find(({ id }) => id === moduleId);
  const copies = (module?.lessonIds ?? []).map((id) => ({ id, as: newIdOf("les", newId) }));
  const portions: Copy[][] = [copies.slice(0, MOST_COPIES)];
  for (let at = MOST_COPIES; at < copies.length; at += MOST_COPIES)
    portions.push(copies.slice(at, at + MOST_COPIES));
  return portions;
}

/** What makes a module twice, to be sent one after another. */
export const moduleTwice = (
  outline: DraftOutline,
  { id, as }: Copy,
  newId: () => string,
): readonly CourseAct[] =>
  copiesOf(outline, id, newId).map((lessons) => ({ do: "duplicateModule", id, as, lessons }));
