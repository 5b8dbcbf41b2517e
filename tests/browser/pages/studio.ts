import { staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const author = () => staff.secondTrainer.contact;
const course = {
  route: "(office)/office/courses/[courseId]",
  who: author,
  path: ({ changed }: Addresses) => `/office/courses/${changed}`,
} as const;
const lessonIn = (language: Language) => ({
  route: "(office)/office/courses/[courseId]/lessons/[lessonId]",
  who: author,
  path: ({ changed, written }: Addresses) =>
    `/office/courses/${changed}/lessons/${written}?language=${language}`,
});
const lesson = lessonIn("fr");

/** Where courses are written: a lesson in each of its looks, and each of its sheets. */
export const studioPages: readonly Entry[] = [
  { ...lesson, name: "studio-lesson", reach: opened },
  {
    ...lesson,
    name: "studio-writing",
    reach: async (reader) => {
      await opened(reader);
      await reader.page.locator(".rich .words").first().click();
      await reader.page.getByRole("toolbar").waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-link",
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
      await page.getByLabel(words["blockForms.link.href"]()).focus();
      await page.getByLabel(words["blockForms.term"]()).focus();
    },
  },
  { ...lessonIn("zgh"), name: "studio-translation", reach: opened },
  {
    ...lesson,
    name: "studio-of-another",
    who: () => staff.trainer.contact,
    reach: ({ page }) => page.locator(".frame").first().waitFor(),
  },
  {
    ...lesson,
    name: "studio-add",
    reach: opened,
    sheet: {
      file: "lib/studio/AddSheet.svelte",
      opener: ({ page, words }) => button(page, words["studio.add"]()).first(),
    },
  },
  ...["studio-acts", "studio-move"].map((name): Entry => ({
    ...lesson,
    name,
    reach: opened,
    sheet: {
      file: "lib/studio/ActsSheet.svelte",
      opener: ({ page, words }) =>
        page.locator(".frame").first().getByRole("button", { name: words["studio.more"]() }),
    },
    inside:
      name === "studio-acts"
        ? undefined
        : ({ page, words }) => button(page.getByRole("dialog"), words["studio.move.to"]()).click(),
  })),
  {
    ...lesson,
    name: "studio-bin",
    reach: opened,
    sheet: {
      file: "lib/studio/BinSheet.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: words["studio.bin.title"]() }).first(),
    },
  },
  {
    ...lesson,
    name: "studio-choose-picture",
    reach: opened,
    sheet: {
      file: "lib/studio/ChooseMedia.svelte",
      opener: ({ page, words }) => button(page, words["studio.picture.another"]()).first(),
    },
  },
  ...["studio-translation-back", "studio-translation-foreign"].map((name): Entry => ({
    ...lessonIn("zgh"),
    name,
    reach: opened,
    sheet: {
      file: "lib/studio/translate/TranslationSheet.svelte",
      opener: ({ page, words }) => button(page, words["studio.translator.back"]()),
    },
    inside:
      name === "studio-translation-back"
        ? undefined
        : async ({ page }) => {
            const file = { name: "page.xlf", mimeType: "", buffer: Buffer.from("<html/>") };
            await page.locator("dialog[open] input[type=file]").setInputFiles(file);
            await page.locator("dialog[open] [role=alert]").waitFor();
          },
  })),
  ...formOf("studio-lesson-new", "lib/studio/LessonForm.svelte", ({ page, words }) =>
    page.getByRole("button", { name: words["studio.lesson.add"]() }).first(),
  ),
  ...formOf("studio-module-new", "lib/studio/ModuleForm.svelte", ({ page, words }) =>
    button(page, words["studio.module.add"]()),
  ),
];

async function opened({ page }: Reader): Promise<void> {
  await page.locator(".frame .handle").first().waitFor();
}

/** As it opens, and with what it has to object. */
function formOf(
  name: string,
  file: string,
  opener: NonNullable<Entry["sheet"]>["opener"],
): readonly Entry[] {
  const entry: Entry = {
    ...course,
    name,
    reach: ({ page }) => page.locator(".module .handle").first().waitFor(),
    sheet: { file, opener },
  };
  const inside = async ({ page }: Reader): Promise<void> => {
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.locator("dialog [aria-invalid=true]").first().waitFor();
  };
  return [entry, { ...entry, name: `${name}-faults`, inside }];
}
