import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";
import { lessonIn, opened } from "./studio-lesson.ts";

const lesson = lessonIn("fr");

/** What opens where a lesson is written. */
export const lessonSheets: readonly Entry[] = [
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
  ...["studio-talk-mention", "studio-talk-edit"].map((name): Entry => ({
    ...lesson,
    name,
    reach: opened,
    sheet: {
      file: "lib/studio/talk/TalkSheet.svelte",
      opener: ({ page, words }) => button(page, words["talk.comments.open"]({ count: 2 })).first(),
    },
    inside: async (reader) => {
      const dialog = reader.page.getByRole("dialog");
      await dialog.locator("article").first().waitFor();
      await TALKING[name]?.(reader);
    },
  })),
  {
    ...lessonIn("zgh"),
    name: "studio-translation-back",
    reach: opened,
    sheet: {
      file: "lib/studio/translate/TranslationSheet.svelte",
      opener: ({ page, words }) => button(page, words["studio.translator.back"]()),
    },
    inside: async ({ page }) => {
      const file = { name: "page.xlf", mimeType: "", buffer: Buffer.from("<html/>") };
      await page.locator("dialog[open] input[type=file]").setInputFiles(file);
      await page.locator("dialog[open] [role=alert]").waitFor();
    },
  },
];

/** What is done in the sheet of comments. */
const TALKING: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  "studio-talk-mention": async ({ page, words }) => {
    const dialog = page.getByRole("dialog");
    await button(dialog, words["talk.send"]()).click();
    await dialog.locator("[aria-invalid=true]").waitFor();
    await dialog.locator("textarea").last().click();
    await page.keyboard.type("@");
    await dialog.getByRole("option").first().waitFor();
  },
  "studio-talk-edit": async ({ page, words }) => {
    const dialog = page.getByRole("dialog");
    await dialog.locator("summary").first().click();
    await button(dialog, words["talk.edit"]()).first().click();
    await dialog.locator("textarea").first().waitFor();
  },
};
