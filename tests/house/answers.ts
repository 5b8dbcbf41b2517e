import { rightAnswer } from "@twiza/content";
import type { Answer, CourseId } from "@twiza/contract";
import { found, readQuiz } from "@twiza/core";
import type { House } from "./house.ts";

/** The right answers to a course's quiz, read where its keys are: on the server. */
export async function rightAnswers(house: House, courseId: CourseId): Promise<Answer[]> {
  const { deps } = house.server;
  const { entry } = found(await deps.store.courses.outline(courseId));
  const quiz = await readQuiz(deps, entry.value.content.quiz);
  return quiz.items.map(rightAnswer);
}
