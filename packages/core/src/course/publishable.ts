import type { Course, Manifest } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { found, Refused } from "../refused.ts";
import { blockersOfTest } from "../quality/quiz.ts";
import { readBody, readQuiz, readVoices } from "./content.ts";
import { differenceWithLive } from "./course.ts";
import { isChanged, isComplete } from "./publish.ts";
import { strayPlaces } from "./voice.ts";

/**
 * Whether the draft could go live as it stands, be it published or laid before somebody.
 * @throws Refused `course.incomplete`, `course.unchanged`, `course.voice_astray`, `course.unpassable`
 */
export async function mustBePublishable(
  deps: Deps,
  course: Course,
  manifest: Manifest,
): Promise<void> {
  if (!isComplete(manifest)) throw new Refused("course.incomplete");
  if (!isChanged(await differenceWithLive(deps, course, manifest)))
    throw new Refused("course.unchanged");
  if (await isVoiceAstray(deps, manifest)) throw new Refused("course.voice_astray");
  const quiz = await readQuiz(deps, course.draft.content.quiz);
  if (blockersOfTest(quiz, manifest.passMarkPercent).length > 0)
    throw new Refused("course.unpassable");
}

/** Whether a voice speaks what its lesson does not have, or another lesson. Every language of a lesson has the same places. */
async function isVoiceAstray(deps: Deps, manifest: Manifest): Promise<boolean> {
  const lessons = manifest.modules
    .flatMap((module) => module.lessons)
    .filter(({ voices }) => voices !== undefined);
  const astray = lessons.map(async (lesson) => {
    const pointer = found(lesson.bodies[manifest.sourceLanguage], "course.incomplete");
    const [body, sheets] = await Promise.all([
      readBody(deps, pointer.hash),
      readVoices(deps, lesson),
    ]);
    return sheets.some(
      (sheet) => sheet.lessonId !== lesson.id || strayPlaces(sheet, body).length > 0,
    );
  });
  return (await Promise.all(astray)).includes(true);
}
