import type { Blocker, Manifest } from "@twiza/contract";
import type { Localized } from "@twiza/contract/where";
import type { Place, Progress } from "@twiza/client";
import { isDone, lessonsOf } from "./progress.ts";

/** Where she goes on. */
export type Step =
  | {
      readonly kind: "lesson";
      readonly lessonId: string;
      readonly block: number;
      readonly title: Localized;
    }
  | { readonly kind: "quiz" }
  | { readonly kind: "tries_used" }
  | { readonly kind: "skills" }
  | { readonly kind: "certificate" };

/** What is missing, less what this phone knows to be done and has not sent yet. */
export const stillMissing = (
  blockers: readonly Blocker[],
  progress: Progress,
): readonly Blocker[] =>
  blockers.filter(
    (blocker) => blocker.code !== "lesson.unfinished" || !isDone(progress, blocker.lessonId),
  );

/** What is missing for somebody who is not enrolled: the lessons she has not done, then the quiz. */
export const missingOf = (manifest: Manifest, progress: Progress): readonly Blocker[] => [
  ...lessonsOf(manifest)
    .filter(({ id }) => !isDone(progress, id))
    .map(({ id, title }): Blocker => ({ code: "lesson.unfinished", lessonId: id, title })),
  { code: "quiz.not_taken" },
  ...(manifest.checklists ?? []).map(({ id, title }): Blocker => ({
    code: "skill.not_seen",
    checklistId: id,
    title,
  })),
];

/**
 * The one next step: the lesson she was in, if it is not done; else the next one after it in the course's order; else the first
 * that is missing; else the quiz; else what people have yet to see or to mark; else the certificate.
 */
export function nextStep(
  missing: readonly Blocker[],
  {
    place,
    order = [],
  }: { place?: Pick<Place, "lessonId" | "block"> | undefined; order?: readonly string[] },
): Step {
  const lessons = missing.flatMap((blocker) =>
    blocker.code === "lesson.unfinished" ? [blocker] : [],
  );
  const inHand = lessons.find(({ lessonId }) => lessonId === place?.lessonId);
  const behind = place ? order.indexOf(place.lessonId) : -1;
  const ahead = lessons.find(({ lessonId }) => order.indexOf(lessonId) > behind);
  const lesson = inHand ?? ahead ?? lessons[0];
  if (lesson) {
    const block = lesson === inHand ? (place?.block ?? 0) : 0;
    return { kind: "lesson", lessonId: lesson.lessonId, block, title: lesson.title };
  }
  const failed = missing.find((blocker) => blocker.code === "quiz.not_passed");
  if (failed?.triesLeft === 0) return { kind: "tries_used" };
  if (failed || missing.some(({ code }) => code === "quiz.not_taken")) return { kind: "quiz" };
  return { kind: missing.length > 0 ? "skills" : "certificate" };
}

/** Where a step leads. A lesson opens at the place that the phone remembers. */
export function addressOfStep(courseId: string, step: Step): string {
  if (step.kind === "lesson") return `/learn/${courseId}/${step.lessonId}`;
  return step.kind === "quiz" ? `/learn/${courseId}/quiz` : `/courses/${courseId}`;
}
