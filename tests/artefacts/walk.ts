import { rightAnswer } from "@twiza/content";
import type { Answer, CourseId, LearnerId, Manifest } from "@twiza/contract";
import { readQuiz } from "@twiza/core";
import { newIntent } from "../house/house.ts";
import type { Browser, Visited } from "./browser.ts";
import type { World } from "./world.ts";

/** Signs a person in as she does it herself: two pages of the issuer and the code that was sent to her. */
export async function signIn(
  { issuer }: World,
  browser: Browser,
  contact: string,
): Promise<Visited> {
  const who = await browser.visit("/auth/sign-in?returnTo=/learn&lang=en");
  const what = await browser.submit(who, { contact });
  return browser.submit(what, { code: await issuer.codeFor(contact) });
}

/** Her phone's account of a lesson that she read to its end. */
export const finished = (lesson: Manifest["modules"][number]["lessons"][number], seq: number) => ({
  id: newIntent(),
  type: "lesson.finished" as const,
  lessonId: lesson.id,
  block: lesson.blockCount,
  at: new Date().toISOString(),
  deviceId: "phone-of-hers",
  seq,
});

export const lessonsOf = (manifest: Manifest) => manifest.modules.flatMap(({ lessons }) => lessons);

/** The right answers, from where only the functions that grade may read. */
export async function rightAnswers(
  { deps }: World,
  learnerId: LearnerId,
  courseId: CourseId,
): Promise<{ quizHash: string; answers: Answer[] }> {
  const kept = await deps.store.enrolments.byCourse(learnerId, courseId, { fresh: true });
  if (!kept) throw new Error("She is not enrolled.");
  const { quiz } = kept.value.content;
  return { quizHash: quiz, answers: (await readQuiz(deps, quiz)).items.map(rightAnswer) };
}
