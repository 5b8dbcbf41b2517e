import type { CourseDesk, Draft } from "@twiza/contract";
import type { LessonView } from "../studio/lesson-view.ts";

/** What the pages of courses have read, for the guide above them: it asks for nothing that lies here already. */
export type Told = {
  readonly desk?: CourseDesk | undefined;
  readonly draft?: Draft | undefined;
  /** The lesson on the desk with all that waits to be sent, and whether it is looked at as on a phone. */
  readonly view?: LessonView | undefined;
  readonly isPreviewed?: boolean | undefined;
  /** How many graded items a course has. */
  readonly items?: { readonly courseId: string; readonly count: number } | undefined;
};

let all: Told = {};
let shown = $state.raw(all);

export const told = {
  get now(): Told {
    return shown;
  },
  /** What is not said again stays as it was said. */
  tell(more: Told): void {
    shown = all = { ...all, ...more };
  },
};
