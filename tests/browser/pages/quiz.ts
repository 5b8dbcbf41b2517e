import { learners } from "@twiza/content";
import type { Page } from "playwright-core";
import { YAMNA } from "../../house/corrected.ts";
import { answerAll, button, goOn, link } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const quiz = {
  route: "(learner)/learn/[courseId]/quiz",
  path: ({ course }: { course: string }) => `/learn/${course}/quiz`,
} as const;
const candidate: Entry["who"] = ({ candidate: contact }) => contact;

const nine = {
  ...quiz,
  who: () => learners.underWay.contact,
  path: ({ nine: { courseId } }: { nine: { courseId: string } }) => `/learn/${courseId}/quiz`,
} as const;

/** Without network neither the API nor what sends can be asked. */
const CUT = [{ status: 0, path: /^\/(?:api|_app)\// }];

/** The final test from its first page to its result. One learner walks it, so these stand in her order. */
export const quizPages: readonly Entry[] = [
  { ...quiz, name: "quiz-no-tries", who: ({ spent }) => spent },
  { ...quiz, name: "quiz-intro", who: candidate },
  { ...quiz, name: "quiz-taken", who: candidate, reach: takeAlong },
  { ...quiz, name: "quiz-taken-expired", who: candidate, reach: passLastDay },
  { ...quiz, name: "quiz-choice", who: candidate, reach: toItem("input[type=radio]") },
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
  {
    ...quiz,
    name: "quiz-handed-in",
    who: candidate,
    losesNetwork: true,
    reach: handInAlone,
    awaited: [...CUT],
  },
  { ...quiz, name: "quiz-failed", who: candidate, reach: hearResult },
  {
    ...quiz,
    name: "quiz-refused",
    who: ({ forged }) => forged,
    reach: handInForged,
    awaited: [...CUT, { status: 403, path: /^\/api\/enrolments\/[^/]+\/attempts\// }],
  },
  { ...nine, name: "quiz-pictures", reach: toHint },
  { ...nine, name: "quiz-order", reach: toItem("ol .ways button") },
  { ...nine, name: "quiz-gaps", reach: toItem(".prompt em") },
  { ...nine, name: "quiz-places", reach: toItem(".spot") },
  { ...nine, name: "quiz-scale", reach: toItem(".scale") },
  // A sitting of the other course need not have one of these.
  { ...nine, name: "quiz-several", reach: toItem("input[type=checkbox]") },
  { ...nine, name: "quiz-number", reach: writeNonsense },
  { ...nine, name: "quiz-partly", reach: handInPart },
  {
    ...quiz,
    name: "quiz-corrected",
    who: () => YAMNA.contact,
    path: ({ corrected }: { corrected: { courseId: string } }) =>
      `/learn/${corrected.courseId}/quiz`,
    reach: ({ page }) => page.locator('[data-voice="corrected"]').waitFor(),
  },
  { ...quiz, name: "quiz-passed", who: ({ passing }) => passing, reach: pass },
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

/** What answers a question may come a moment after it, and then there is the look back. */
const onScreen = (reader: Reader): Promise<void> =>
  reader.page
    .locator("main .options, main .answer, main [inputmode]")
    .first()
    .or(atReview(reader))
    .first()
    .waitFor();

/** Goes through the questions to the first of a kind; from the look back once more from the beginning. */
function toItem(kind: string) {
  return async (reader: Reader): Promise<void> => {
    const { page } = reader;
    await begin(reader);
    for (let step = 0; step < MOST_STEPS; step++) {
      await onScreen(reader);
      if (await page.locator(`main ${kind}`).first().isVisible()) return;
      if (await atReview(reader).isVisible()) await page.locator("main ol button").first().click();
      else await goOn(reader);
    }
    throw new Error(`No question has ${kind}.`);
  };
}

async function toHint(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await toItem(".options img")(reader);
  await button(page, words["answers.hint.show"]()).click();
}

/** Every list has its first, so that some of it is right. A test that was begun goes on where it was left, which may be behind these. */
async function handInPart(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await toReview(reader);
  await page.locator("main ol button").first().click();
  await onScreen(reader);
  for (let step = 0; step < MOST_STEPS; step++) {
    await onScreen(reader);
    if (await atReview(reader).isVisible()) break;
    for (const list of await page.locator("main select").all())
      await list.selectOption({ index: 1 });
    await goOn(reader);
  }
  await button(page, words["quiz.submit"]()).click();
  await page.locator("main li.partly").first().waitFor();
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
  for (let step = 0; step < MOST_STEPS; step++) {
    await onScreen(reader);
    if (await atReview(reader).isVisible()) return;
    await goOn(reader);
  }
}

async function takeAlong({ page, words }: Reader): Promise<void> {
  await button(page, words["quiz.take"]()).click();
  await page.locator(".taken").waitFor();
}

/** The test that was taken along, as time or a stranger would change it on this phone. */
export const changeTaken = (page: Page, parts: object): Promise<void> =>
  page.evaluate((changed) => {
    const key = Object.keys(localStorage).find((each) => each.startsWith("twiza.sitting.")) ?? "";
    const sitting = JSON.parse(localStorage.getItem(key) ?? "") as { taken: object };
    Object.assign(sitting.taken, changed);
    localStorage.setItem(key, JSON.stringify(sitting));
  }, parts);

async function passLastDay({ page, words }: Reader): Promise<void> {
  await changeTaken(page, { expiresAt: "2026-01-01T00:00:00.000Z" });
  await page.reload();
  await button(page, words["quiz.take"]()).waitFor();
}

async function handInAlone(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await toReview(reader);
  await page.context().setOffline(true);
  await button(page, words["quiz.submit"]()).click();
  await page.getByRole("heading", { name: words["quiz.handed"](), exact: true }).waitFor();
}

async function handInForged(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await takeAlong(reader);
  await changeTaken(page, { ticket: "a.b.c" });
  await page.reload();
  await page.locator(".taken").waitFor();
  await page.context().setOffline(true);
  await toReview(reader);
  await button(page, words["quiz.submit"]()).click();
  await page.getByRole("heading", { name: words["quiz.handed"](), exact: true }).waitFor();
  await page.context().setOffline(false);
  await page.waitForFunction(() => navigator.onLine);
  // What sends may not have come without network: nothing is kept on this phone, as a worker would. A file that was on its way when the
  // network returned may hold up `load` for good, though the page stands.
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("heading", { name: words["quiz.refused"](), exact: true }).waitFor();
}

/** What was handed in goes by itself once there is network. */
async function hearResult({ page, words }: Reader): Promise<void> {
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
