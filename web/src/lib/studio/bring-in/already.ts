import type { Draft, DraftOutline } from "@twiza/contract";
import { type Bringing, lessonIdOf, moduleIdOf, seedOf } from "./names.ts";

/** Where a lesson is that a bringing has made. */
export type Whereabouts = "there" | "binned" | "none";

export function whereIs({ modules, bin }: DraftOutline, lessonId: string): Whereabouts {
  const isIn = ({ lessonIds }: DraftOutline["modules"][number]): boolean =>
    lessonIds.some((id) => id === lessonId);
  if (modules.some(isIn)) return "there";
  const isBinned = bin.some((entry) =>
    entry.kind === "lesson" ? entry.lessonId === lessonId : isIn(entry.module),
  );
  return isBinned ? "binned" : "none";
}

export const isModuleKnown = ({ modules, bin }: DraftOutline, moduleId: string): boolean =>
  modules.some(({ id }) => id === moduleId) ||
  bin.some((entry) => entry.kind === "module" && entry.module.id === moduleId);

/** How often a document may be brought into a course and taken back, before its names are used again. */
const ROUNDS = 1000;

export type Already = {
  /** Where it would go on: the first round of which something is there, else the first of which nothing is known. */
  readonly round: number;
  /** The next of which nothing is known, for whoever wants it once more. */
  readonly free: number;
  /** Of each lesson of the document, whether the course has it from that round. */
  readonly lessons: readonly Whereabouts[];
};

/** What of a document the course has already. What was brought in and is in the bin as a whole was taken back: it is brought anew. */
export function alreadyIn(
  { outline }: Draft,
  document: Omit<Bringing, "round"> & { readonly count: number },
): Already {
  const none = Array.from({ length: document.count }, (): Whereabouts => "none");
  let going: Pick<Already, "round" | "lessons"> | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const seed = seedOf({ ...document, round });
    const lessons = none.map((_, at) => whereIs(outline, lessonIdOf(seed, at)));
    if (!going && lessons.includes("there")) going = { round, lessons };
    const isKnown =
      lessons.some((where) => where !== "none") || isModuleKnown(outline, moduleIdOf(seed));
    if (!isKnown) return { round, lessons: none, ...going, free: round };
  }
  return { round: 0, lessons: none, ...going, free: 0 };
}
