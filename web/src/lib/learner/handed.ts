import type { LessonBody, ManifestLesson } from "@twiza/contract";
import { readLesson } from "../content.ts";
import { i18n } from "../i18n.svelte.ts";
import { isProblem } from "../problem.ts";

/** A lesson in whichever language lies here, that of the app first: a course from another phone may have only that. @throws `why` when none does */
export async function bodyHere({ bodies }: ManifestLesson, why: unknown): Promise<LessonBody> {
  if (isProblem(why, "offline"))
    for (const pointer of [bodies[i18n.language], ...Object.values(bodies)]) {
      const body = pointer && (await readLesson(pointer.hash).catch(() => undefined));
      if (body) return body;
    }
  throw why;
}
