import { answerAll, button, goOn, link } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const quiz = {
  route: "(learner)/learn/[courseId]/quiz",
  path: ({ course }: { course: string }) => `/learn/${course}/quiz`,
} as const;
const candidate: Entry["who"] = ({ candidate }, language) => candidate(language);

/** The final test from its first page to its result. One learner walks it, so these stand in her order. */
export const quizPages: readonly Entry[] = [
  { ...quiz, name: "quiz-no-tries", who: ({ spent }) => spent },
  { ...quiz, name: "quiz-intro", who: candidate },
  { ...quiz, name: "quiz-choice", who: candidate, reach: toItem("input[type=radio]") },
  { ...quiz, name: "quiz-several", who: candidate, reach: toItem("input[type=checkbox]") },
  { ...quiz, name: "quiz-number", who: candidate, reach: writeNonsense },
  {
    ...quiz,
    name: "quiz-leave",
    who: candidate,
    reach: toItem("input[type=radio]"),
    sheet: {
      file: "routes/(learner)/learn/[courseId]/quiz/QuizLeave.svelte",
      opener: ({ page }) => page.locator('nav a[href="/wallet"]'),
    },
  },
  { ...quiz, name: "quiz-review", who: candidate, reach: toReview },
  { ...quiz, name: "quiz-failed", who: candidate, reach: handIn },
  { ...quiz, name: "quiz-passed", who: ({ passing }, language) => passing(language), reach: pass },
];
/** More steps than any test has questions: a kind that is not in it fails, instead of being looked for without end. */
const MOST_STEPS = 60;

/** Begins the test or goes on with it. */
async function begin({ page, words }: Reader): Promise<void> {
  await button(page, words["quiz.start"]()).or(button(page, words["quiz.continue"]())).click();
  await page.locator("main progress, main ol").first().waitFor();
}

const atReview = ({ page, words }: Reader) =>
  page.getByRole("heading", { name: words["quiz.review.title"]() });

/** Goes through the questions to the first of a kind; from the look back once more from the beginning. */
function toItem(kind: string) {
  return async (reader: Reader): Promise<void> => {
    const { page } = reader;
    await begin(reader);
    for (let step = 0; step < MOST_STEPS; step++) {
      if (await page.locator(`main ${kind}`).first().isVisible()) return;
      if (await atReview(reader).isVisible()) await page.locator("main ol button").first().click();
      else await goOn(reader);
    }
    throw new Error(`No question has ${kind}.`);
  };
}

async function writeNonsense(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await toItem("input[inputmode=decimal]")(reader);
  await page.getByLabel(words["question.number"]()).fill("?");
  await page.getByLabel(words["question.number"]()).blur();
  await page.locator("[aria-invalid=true]").waitFor();
}

async function toReview(reader: Reader): Promise<void> {
  await begin(reader);
  for (let step = 0; step < MOST_STEPS && !(await atReview(reader).isVisible()); step++)
    await goOn(reader);
}

async function handIn(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await toReview(reader);
  await button(page, words["quiz.submit"]()).click();
  await page.getByRole("heading", { name: words["quiz.failed"](), exact: true }).waitFor();
  await link(page, words["lesson.certificate"]()).waitFor();
}

async function pass(reader: Reader): Promise<void> {
  const { page, words, at } = reader;
  await begin(reader);
  await answerAll(reader, at.key);
  await button(page, words["quiz.submit"]()).click();
  await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
}
