import type { LessonBody, ManifestLesson } from "@twiza/contract";
import { readLesson } from "../content.ts";
import { isProblem } from "../problem.ts";

/** A lesson in whichever language lies here: a course from another phone may have only that. @throws `why` when none does */
export async function bodyHere({ bodies }: ManifestLesson, why: unknown): Promise<LessonBody> {
  if (isProblem(why, "offline"))
    for (const pointer of Object.values(bodies)) {
      const body = pointer && (await readLesson(pointer.hash).catch(() => undefined));
      if (body) return body;
    }
  throw why;
}
