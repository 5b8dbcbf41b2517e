import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const often = {
  route: "(office)/office/courses/[courseId]/test",
  who: () => staff.trainer.contact,
  path: ({ oftenSat }: Addresses) => `/office/courses/${oftenSat}/test`,
  reach: ({ page }: Reader) => page.locator("ol.items > li .prompt").first().waitFor(),
} as const;
const correct = {
  file: "lib/marks/CorrectSheet.svelte",
  opener: ({ page, words }: Reader) => button(page, words["items.correct"]()).first(),
};

/** Correcting a published question, before and behind the look at whom it changes; and what was corrected, with who has another result. */
export const correctionPages: readonly Entry[] = [
  {
    ...often,
    name: "studio-correct",
    sheet: correct,
    inside: ({ page }) => page.locator("dialog[open] form").waitFor(),
  },
  {
    ...often,
    name: "studio-correct-figures",
    sheet: correct,
    inside: async ({ page, words }) => {
      const sheet = page.locator("dialog[open]");
      const key = sheet.getByRole("group", { name: words["marks.key"]() });
      await key.getByRole("radio").last().check();
      await button(sheet, words["marks.try"]()).click();
      await button(sheet, words["marks.apply"]()).click();
      await sheet.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    ...often,
    name: "studio-corrections",
    path: ({ corrected }) => `/office/courses/${corrected.courseId}/test`,
    sheet: {
      file: "lib/marks/CorrectionsSheet.svelte",
      opener: ({ page, words }) => button(page, words["items.corrections"]()),
    },
    inside: async ({ page, words }) => {
      const sheet = page.locator("dialog[open]");
      await sheet.getByRole("button", { name: words["marks.who"]() }).click();
      await sheet.locator("ul .name").first().waitFor();
    },
  },
];
