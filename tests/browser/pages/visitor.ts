import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const UNKNOWN_LESSON = `les_${"0".repeat(32)}`;

/** What whoever comes without signing in sees. */
export const visitorPages: readonly Entry[] = [
  { name: "welcome", route: "", path: (_, language) => `/?lang=${language}` },
  { name: "courses", route: "(learner)/learn", path: () => "/learn" },
  {
    name: "carry-refused",
    route: "(learner)/queue",
    path: () => "/queue",
    reach: carryDamaged,
    awaited: [{ status: 400, path: /^\/api\/parcels$/ }],
  },
  {
    name: "language-sheet",
    route: "(learner)/learn",
    path: () => "/learn",
    sheet: {
      file: "lib/components/LanguageSheet.svelte",
      opener: ({ page }) => page.locator("header [aria-haspopup=dialog]"),
    },
  },
  {
    name: "course",
    route: "(learner)/learn/[courseId]",
    path: ({ course }) => `/learn/${course}`,
  },
  {
    name: "handbook",
    route: "handbook/[courseId]",
    path: ({ wolof }) => `/handbook/${wolof.courseId}`,
  },
  {
    name: "course-unknown",
    route: "(learner)/learn/[courseId]",
    path: () => `/learn/crs_${"0".repeat(32)}`,
    awaited: [{ status: 404, path: /^\/api\/(courses|catalogue)\// }],
  },
  {
    name: "lesson",
    route: "(learner)/learn/[courseId]/[lessonId]",
    path: ({ course, lesson }) => `/learn/${course}/${lesson}`,
  },
  {
    name: "lesson-spoken",
    route: "(learner)/learn/[courseId]/[lessonId]",
    path: ({ course, lesson }) => `/learn/${course}/${lesson}`,
    reach: listen,
  },
  {
    name: "voice-sheet",
    route: "(learner)/learn/[courseId]/[lessonId]",
    path: ({ course, lesson }) => `/learn/${course}/${lesson}`,
    sheet: {
      file: "lib/voice/VoiceSheet.svelte",
      opener: ({ page }) => page.locator(".bar > button[aria-haspopup=dialog]"),
    },
  },
  {
    name: "lesson-without-network",
    route: "(learner)/learn/[courseId]/[lessonId]",
    path: ({ course, lesson }) => `/learn/${course}/${lesson}`,
    losesNetwork: true,
    reach: goOffline,
    awaited: [{ status: 0, path: /./ }],
  },
  {
    name: "lesson-unknown",
    route: "(learner)/learn/[courseId]/[lessonId]",
    path: ({ course }) => `/learn/${course}/${UNKNOWN_LESSON}`,
  },
  { name: "downloads-empty", route: "(learner)/downloads", path: () => "/downloads" },
  {
    name: "download-sheet",
    route: "(learner)/learn/[courseId]",
    path: ({ course }) => `/learn/${course}`,
    sheet: {
      file: "lib/packs/Download.svelte",
      opener: ({ page, words }) => button(page, words["download.start"]()),
    },
  },
  {
    name: "downloads",
    route: "(learner)/downloads",
    path: ({ course }) => `/learn/${course}`,
    reach: downloaded,
  },
  {
    name: "downloads-remove-all",
    route: "(learner)/downloads",
    path: ({ course }) => `/learn/${course}`,
    reach: downloaded,
    sheet: {
      file: "lib/packs/MyDownloads.svelte",
      opener: ({ page, words }) => button(page, words["downloads.removeAll"]()),
    },
  },
  { name: "help", route: "help", path: () => "/help" },
  {
    name: "help-of-a-page",
    route: "help",
    path: () => "/learn",
    reach: async ({ page }) => {
      await page.locator('header a[href^="/help"]').click();
      await page.locator("[data-voice=guide]").waitFor();
    },
  },
  { name: "page-without-network", route: "offline", path: () => "/offline", isWritten: true },
  { name: "my-courses-closed", route: "(learner)/courses", path: () => "/courses" },
  {
    name: "my-course-closed",
    route: "(learner)/courses/[courseId]",
    path: ({ course }) => `/courses/${course}`,
  },
  { name: "wallet-closed", route: "(learner)/wallet", path: () => "/wallet" },
  { name: "me-guest", route: "(learner)/me", path: () => "/me" },
  {
    name: "quiz-closed",
    route: "(learner)/learn/[courseId]/quiz",
    path: ({ course }) => `/learn/${course}/quiz`,
  },
  { name: "nowhere", route: "+error", path: () => "/nowhere" },
];

async function goOffline({ page }: Reader): Promise<void> {
  await page.context().setOffline(true);
  await page.locator(".strip").waitFor();
}

/** The dock over the page, with the words that are spoken. It is paused, so that what is scanned stands still. */
async function listen({ page }: Reader): Promise<void> {
  await page.locator(".blocks > .block:first-child > .listen").click();
  await page.locator(".dock .row button").first().click();
  await page.locator(".dock [aria-expanded]").click();
  await page.locator(".dock .text").waitFor();
}

/** A course without its sound, whole on this phone. */
export async function onThisPhone({ page, words }: Pick<Reader, "page" | "words">): Promise<void> {
  await page.locator(".control").waitFor();
  if ((await page.locator(".control.ready").count()) === 0) {
    await button(page, words["download.start"]()).click();
    await page.getByRole("dialog").locator("label").last().click();
    await page.getByRole("dialog").locator(".actions button").last().click();
    await page.locator(".control.ready").waitFor();
  }
}

/** The same, among all that lies here. */
async function downloaded(reader: Reader): Promise<void> {
  await onThisPhone(reader);
  const { page } = reader;
  await page.goto("/downloads");
  await page.locator("article h2 a").waitFor();
}

/** A parcel of somebody's that came to harm, and a file that is none. */
async function carryDamaged({ page }: Reader): Promise<void> {
  const picker = page.locator("main input[type=file]").last();
  const header = Buffer.from('{"typ":"twiza-parcel+jwe"}').toString("base64url");
  const give = (text: string) =>
    picker.setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await picker.waitFor({ state: "attached" });
  await give(`${header}.a.b.c.${"d".repeat(22)}`);
  await page.locator("article .refused").waitFor();
  await give("neither");
  await page.locator("main [role=alert]").waitFor();
}
