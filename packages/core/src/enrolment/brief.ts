import type { Completion, DeviceEvent, Enrolment, LessonProgress, Manifest } from "@twiza/contract";
import { LESSONS } from "@twiza/contract/grading";
import { rulesOf } from "../grade/grade.ts";
import type { Graded } from "../grade/worked.ts";
import { completionOf } from "./completion.ts";

/** What a phone has to hear of her standing after a batch: no more than it could not know. */
export type Brief = {
  readonly lessons: Record<string, LessonProgress>;
  readonly completion?: Completion;
};
type Hers = { readonly value: Graded & Pick<Enrolment, "version">; readonly manifest: Manifest };
type Told = Pick<DeviceEvent, "lessonId" | "version">;

/**
 * How far the lessons of a batch have come, and what is missing where that does not follow from it. It is the same for a batch that
 * comes again, since the answer to the first may be lost. Pure.
 */
export function briefOf({ value, manifest }: Hers, events: readonly Told[]): Brief {
  const all = value.progress.lessons;
  const lessons = Object.fromEntries(
    events.flatMap(({ lessonId }) => {
      const progress = all[lessonId];
      return progress ? [[lessonId, progress]] : [];
    }),
  );
  const completion = completionOf(manifest, value);
  const isOld = events.some(({ version }) => version !== value.version);
  return { lessons, ...(isOld || !follows(completion, manifest) ? { completion } : {}) };
}

/**
 * As long as every lesson is asked for and one is not done, what is missing is less by those that she has done: the phone knows it.
 * Not where fewer are enough, or where lessons count in a total.
 */
function follows(completion: Completion, manifest: Manifest): boolean {
  if (completion.state === "earned") return false;
  const { least, passPercent = 0 } = rulesOf(manifest);
  if (passPercent > 0 || (least?.[LESSONS] ?? 100) < 100) return false;
  return completion.blockers.some(({ code }) => code === "lesson.unfinished");
}
