import { learners, staff } from "@twiza/content";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { WOLOF } from "../../house/other-language.ts";
import { waitingOn } from "../database.ts";
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";
import { onThisPhone } from "./visitor.ts";
import { quizPages } from "./quiz.ts";

const as = (person: { readonly contact: string }) => () => person.contact;
const onCourse = { route: "(learner)/courses/[courseId]" } as const;

/** What a learner sees of her own. */
export const learnerPages: readonly Entry[] = [
  {
    name: "my-courses",
    route: "(learner)/courses",
    who: as(learners.underWay),
    path: () => "/courses",
  },
  {
    name: "queue-empty",
    route: "(learner)/queue",
    who: as(learners.certified),
    path: () => "/queue",
  },
  {
    name: "queue",
    route: "(learner)/queue",
    who: as(learners.failedOnce),
    path: ({ course, lesson }) => `/learn/${course}/${lesson}`,
    reach: doWithoutServer,
    awaited: [{ status: 0, path: /\/events$/ }],
  },
  {
    name: "carry-made",
    route: "(learner)/queue",
    who: as(learners.failedOnce),
    path: ({ course, lesson }) => `/learn/${course}/${lesson}`,
    reach: async (reader) => {
      await makeReady(reader);
      await doWithoutServer(reader);
      const { page, words } = reader;
      await button(page, words["carry.make"]()).click();
      await button(page, words["carry.show"]()).click();
      await page.locator("main figure svg").waitFor();
    },
    awaited: [{ status: 0, path: /\/events$/ }],
  },
  {
    name: "my-courses-empty",
    route: "(learner)/courses",
    who: as(staff.mentor),
    path: () => "/courses",
  },
  {
    ...onCourse,
    name: "my-course-missing",
    who: as(learners.failedOnce),
    path: ({ course }) => `/courses/${course}`,
  },
  {
    ...onCourse,
    name: "my-course-no-tries",
    who: ({ spent }) => spent,
    path: ({ course }) => `/courses/${course}`,
  },
  {
    ...onCourse,
    name: "my-course-certificate",
    who: as(learners.certified),
    path: ({ course }) => `/courses/${course}`,
    reach: ({ page }) => page.locator("article").waitFor(),
  },
  {
    ...onCourse,
    name: "my-course-certificate-coming",
    who: as(learners.eligible),
    path: ({ byHand }) => `/courses/${byHand}`,
  },
  {
    name: "course-enrolled",
    route: "(learner)/learn/[courseId]",
    who: as(learners.underWay),
    path: ({ course }) => `/learn/${course}`,
  },
  {
    name: "course-asks-name",
    route: "(learner)/learn/[courseId]",
    who: as(staff.secondTrainer),
    path: ({ course }) => `/learn/${course}`,
    reach: askName,
  },
  {
    name: "lesson-finished",
    route: "(learner)/learn/[courseId]/[lessonId]",
    who: as(learners.certified),
    path: ({ course, lesson }) => `/learn/${course}/${lesson}`,
  },
  {
    name: "lesson-asks",
    route: "(learner)/learn/[courseId]/[lessonId]",
    who: as(learners.underWay),
    path: ({ nine }) => `/learn/${nine.courseId}/${nine.lessonId}`,
    reach: ({ page }) => page.locator(".spot").first().waitFor(),
  },
  {
    name: "lesson-answered",
    route: "(learner)/learn/[courseId]/[lessonId]",
    who: as(learners.underWay),
    path: ({ nine }) => `/learn/${nine.courseId}/${nine.lessonId}`,
    reach: answerInPart,
  },
  {
    name: "wallet",
    route: "(learner)/wallet",
    who: as(learners.certified),
    path: () => "/wallet",
    // What she can do comes behind her certificates.
    reach: ({ page }) => page.locator(".passport .lines summary").first().click(),
  },
  {
    name: "wallet-more",
    route: "(learner)/wallet",
    who: () => learners.certified.contact,
    path: () => "/wallet",
    sheet: { file: "lib/passport/MoreSheet.svelte", opener: more },
  },
  {
    name: "wallet-paper",
    route: "(learner)/wallet",
    who: () => learners.certified.contact,
    path: () => "/wallet",
    sheet: { file: "lib/paper/PaperSheet.svelte", opener: more },
    inside: goOnTo("passport.paper"),
  },
  {
    name: "wallet-keep",
    route: "(learner)/wallet",
    who: () => learners.certified.contact,
    path: () => "/wallet",
    sheet: { file: "lib/keep/KeepSheet.svelte", opener: more },
    inside: goOnTo("passport.keep"),
  },
  {
    name: "wallet-shows",
    route: "(learner)/wallet",
    who: () => learners.certified.contact,
    path: () => "/wallet",
    sheet: { file: "lib/shows/ShowsSheet.svelte", opener: more },
    inside: goOnTo("shows.title"),
  },
  {
    name: "wallet-revoked",
    route: "(learner)/wallet",
    who: as(learners.revoked),
    path: () => "/wallet",
  },
  {
    name: "wallet-empty",
    route: "(learner)/wallet",
    who: as(learners.beginner),
    path: () => "/wallet",
  },
  {
    name: "hand-on-sheet",
    route: "(learner)/learn/[courseId]",
    who: as(learners.underWay),
    path: ({ course }) => `/learn/${course}`,
    reach: ({ page, words }) => onThisPhone({ page, words }),
    sheet: {
      file: "lib/packs/HandOn.svelte",
      opener: ({ page, words }) => button(page, words["handOn.do"]()),
    },
    inside: ({ page, words }) => button(page.getByRole("dialog"), words["handOn.save"]()).waitFor(),
  },
  {
    name: "take-refused",
    route: "(learner)/downloads",
    who: as(learners.underWay),
    path: () => "/downloads",
    reach: async ({ page }) => {
      const picture = { name: "a.png", mimeType: "image/png", buffer: Buffer.from("no course") };
      await page.locator("input[type=file]").setInputFiles(picture);
      await page.locator("main [role=alert]").waitFor();
    },
  },
  { name: "me", route: "(learner)/me", who: as(learners.certified), path: () => "/me" },
  { name: "me-staff", route: "(learner)/me", who: as(staff.trainer), path: () => "/me" },
  // What she reads stays chosen, so these come last.
  {
    name: "course-reading",
    route: "(learner)/learn/[courseId]",
    who: as(learners.underWay),
    path: ({ wolof }) => `/learn/${wolof.courseId}`,
    reach: readWolof,
  },
  {
    name: "lesson-reading",
    route: "(learner)/learn/[courseId]/[lessonId]",
    who: as(learners.underWay),
    path: ({ wolof }) => `/learn/${wolof.courseId}/${wolof.first}`,
  },
  {
    name: "me-reading",
    route: "(learner)/me",
    who: as(learners.underWay),
    path: () => "/me",
    reach: ({ page, words }) => reading(page, words["reading.courses"]()).waitFor(),
  },
  ...quizPages,
];

/** Opens all that can be done with the first certificate. */
function more({ page, words }: Reader): Locator {
  return button(page, words["holding.more"]()).first();
}
/** From there to another sheet, which takes its place. */
function goOnTo(name: "passport.paper" | "passport.keep" | "shows.title") {
  return async ({ page, words }: Reader): Promise<void> => {
    await button(page.getByRole("dialog"), words[name]()).click();
    await page.getByRole("dialog", { name: words[SHEETS[name]](), exact: true }).waitFor();
    await page.waitForFunction(() => !document.querySelector("dialog .skeleton"));
  };
}
/** What each of them is headed by. */
const SHEETS = {
  "passport.paper": "paper.title",
  "passport.keep": "passport.keep",
  "shows.title": "shows.title",
} as const;

const reading = (page: Page, label: string) => page.getByRole("group", { name: label });

/** A course that came in the language of her app, which she now reads in another. */
async function readWolof(reader: Reader): Promise<void> {
  await onThisPhone(reader);
  const { page, words } = reader;
  await reading(page, words["reading.course"]()).getByRole("radio", { name: WOLOF.name }).check();
  await page.getByRole("button", { name: new RegExp(WOLOF.name) }).waitFor();
}

/** Everything chosen as it comes first: some of it is right. */
async function answerInPart({ page }: Reader): Promise<void> {
  await page.locator(".spot").last().click();
  const questions = page.locator("form.question");
  for (const field of await questions.locator("select").all())
    await field.selectOption({ index: 1 });
  for (const field of await questions.locator("input[maxlength]").all())
    await field.fill("la chèvre");
  await questions.locator("textarea").fill("Je la touche, et je la pèse.");
  await questions.locator(".scale input").nth(3).check();
  await questions.locator(".heard input").first().check();
  for (const question of await questions.all()) await question.locator("[type=submit]").click();
  await page.locator(".feedback").nth(5).waitFor();
  await page.locator(".said").nth(1).waitFor();
}

/** Somebody who has no learner's name yet is asked for it, and told when she leaves it empty. */
async function askName({ page, words }: Reader): Promise<void> {
  await button(page, words["course.enrol"]()).click();
  await page.getByLabel(words["enrol.name.label"]()).fill("");
  await button(page, words["enrol.continue"]()).click();
  await page.getByText(words["enrol.name.fault"]()).waitFor();
}

/** What carrying needs comes in the quiet of a page; our keys, by the worker, which is not here. */
async function makeReady({ page }: Reader): Promise<void> {
  const lesson = page.url();
  await page.goto("/learn");
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.includes("copy.own.ready.")),
  );
  await page.evaluate(async () => (await caches.open("phone")).add("/api/keys"));
  await page.goto(lesson);
}

/** What she does cannot be sent, and waits where she can look at it. */
async function doWithoutServer({ page }: Reader): Promise<void> {
  await page.route("**/events", (route) => route.abort());
  await page.locator("form.question label").first().click();
  await page.locator("form.question button[type=submit]").first().click();
  await expect.poll(() => waitingOn(page)).toBeGreaterThan(0);
  await page.goto("/queue");
  await page.locator("main li").first().waitFor();
}
