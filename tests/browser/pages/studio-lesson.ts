import { staff } from "@twiza/content";
import type { ContentLanguage } from "@twiza/contract/where";
import { AJAMI } from "../../house/other-language.ts";
import { settled } from "../browser.ts";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

/** A lesson as it is written in one language, by whoever owns its course. */
export const lessonIn = (language: ContentLanguage) => ({
  route: "(office)/office/courses/[courseId]/lessons/[lessonId]",
  who: () => staff.secondTrainer.contact,
  path: ({ changed, written }: Addresses) =>
    `/office/courses/${changed}/lessons/${written}?language=${language}`,
});
const lesson = lessonIn("fr");

/** Where a lesson is written, in each of its looks. */
export const lessonPages: readonly Entry[] = [
  { ...lesson, name: "studio-lesson", reach: opened },
  {
    ...lesson,
    name: "studio-writing",
    reach: async (reader) => {
      await opened(reader);
      await reader.page.locator(".rich .words").first().click();
      await reader.page.keyboard.press("Control+k");
      await reader.page.keyboard.press("Enter");
      await reader.page.locator(".link [aria-invalid=true]").waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-lifted",
    reach: async (reader) => {
      await opened(reader);
      await reader.page.locator(".frame .handle").first().focus();
      await reader.page.keyboard.press("Space");
      await reader.page.keyboard.press("ArrowDown");
      await reader.page.locator(".frame.target").waitFor();
      // Half under the bar that stays in sight a button would seem too small.
      await reader.page.evaluate(() => scrollTo(0, 0));
    },
  },
  {
    ...lesson,
    name: "studio-preview",
    reach: async (reader) => {
      await opened(reader);
      await reader.page
        .getByRole("button", { name: reader.words["studio.preview"](), exact: true })
        .click();
      await reader.page.locator(".phone .block").first().waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-rarer",
    path: ({ changed, handedOut }) => `/office/courses/${changed}/lessons/${handedOut}`,
    reach: async ({ page, words }) => {
      await page.locator(".captions textarea").first().waitFor();
      await page.getByLabel(words["blockForms.link.href"]()).focus();
      await page.getByLabel(words["blockForms.term"]()).focus();
    },
  },
  {
    ...lesson,
    name: "studio-film",
    path: ({ changed, handedOut }) => `/office/courses/${changed}/lessons/${handedOut}`,
    reach: ({ page }) => page.locator(".captions textarea").first().waitFor(),
    sheet: {
      file: "lib/studio/ChooseMedia.svelte",
      opener: ({ page, words }) => button(page, words["studio.video.another"]()),
    },
    inside: async ({ page, words }) => {
      const input = page.locator("dialog[open] input[type=file]");
      await input.waitFor({ state: "attached" });
      const file = { name: "page.mp4", mimeType: "", buffer: Buffer.from("<html/>") };
      await input.setInputFiles(file);
      await page.getByText(words["media.fault.video"]()).waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-preview-saving",
    reach: async (reader) => {
      const { page, words } = reader;
      await opened(reader);
      await page.getByRole("button", { name: words["studio.preview"](), exact: true }).click();
      await button(page, words["quality.preview.saver"]()).click();
      await button(page, words["quality.preview.offline"]()).click();
      await page.locator(".phone.offline .block").first().waitFor();
    },
  },
  { ...lessonIn("zgh"), name: "studio-translation", reach: opened },
  { ...lessonIn(AJAMI.language), name: "studio-translation-added", reach: opened },
  {
    ...lesson,
    name: "studio-of-another",
    who: () => staff.trainer.contact,
    reach: ({ page }) => page.locator(".frame").first().waitFor(),
  },
];

/** The blocks stand, and nothing more comes under them. */
export async function opened({ page }: Reader): Promise<void> {
  await page.locator(".frame .handle").first().waitFor();
  // What rarer blocks are written with comes behind the lesson, and moves what stands under it.
  await settled(page);
}
