import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

/** A test of ten questions, one of each kind that a test may ask, in their order. */
const KINDS = ["choice", "multiple", "truefalse", "number", "short", "match", "order", "cloze", "hotspot", "likert"]; // prettier-ignore
const test = {
  route: "(office)/office/courses/[courseId]/test",
  who: () => staff.secondTrainer.contact,
  path: ({ nine }: Addresses) => `/office/courses/${nine.courseId}/test`,
} as const;
const listed = ({ page }: Reader) => page.locator("ol.items > li .prompt").first().waitFor();

/** Where the questions of a course are written, and what opens there. */
export const testPages: readonly Entry[] = [
  {
    ...test,
    name: "studio-test",
    // Here a test is as long as they are.
    path: ({ changed }) => `/office/courses/${changed}/test`,
    reach: listed,
  },
  {
    ...test,
    name: "studio-test-figures",
    who: () => staff.trainer.contact,
    path: ({ oftenSat }) => `/office/courses/${oftenSat}/test`,
    reach: async ({ page }) => {
      for (const more of [page.locator("ol details"), page.locator("section details")])
        await more.locator("summary").first().click();
    },
  },
  {
    ...test,
    name: "studio-test-rules",
    reach: listed,
    sheet: {
      file: "lib/studio/items/SittingRules.svelte",
      opener: ({ page, words }) => button(page, words["items.rules.change"]()),
    },
    inside: async ({ page, words }) => {
      const sheet = page.getByRole("dialog");
      await sheet.getByLabel(words["items.rules.minutes"]()).fill("0");
      await button(sheet, words["items.rules.save"]()).click();
      await sheet.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    ...test,
    name: "studio-test-counts",
    reach: listed,
    sheet: {
      file: "lib/grades/rules/GradingRules.svelte",
      opener: ({ page, words }) => button(page, words["grading.change"]()),
    },
    inside: async ({ page, words }) => {
      const sheet = page.getByRole("dialog");
      await button(sheet, words["grading.category.add"]()).click();
      await sheet.getByRole("checkbox").first().check();
      await sheet.getByRole("radio").nth(4).check();
      await button(sheet, words["grading.save"]()).click();
      await sheet.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...test,
    name: "studio-test-question",
    reach: listed,
    sheet: {
      file: "lib/studio/items/ItemSheet.svelte",
      opener: ({ page, words }) => button(page, words["items.add"]()),
    },
    inside: async ({ page, words }) => {
      await button(page.getByRole("dialog"), words["items.save"]()).click();
      await page.locator("dialog[open] [aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...test,
    name: "studio-test-shows",
    reach: listed,
    sheet: {
      file: "lib/studio/items/ItemSheet.svelte",
      opener: ({ page, words }) =>
        page
          .locator("ol.items > li")
          .first()
          .getByRole("button", { name: `${words["items.open"]()}: ` }),
    },
    inside: async ({ page, words }) => {
      const dialog = page.locator("dialog[open]");
      await dialog.locator("summary", { hasText: words["items.shows"]() }).click();
      await button(dialog, words["competency.pick.choose"]()).click();
      await dialog.locator(".all label").first().waitFor();
    },
  },
  ...(["match", "cloze", "hotspot", "likert"] as const).map((kind): Entry => ({
    ...test,
    name: `studio-test-${kind}`,
    reach: listed,
    sheet: {
      file: "lib/studio/items/ItemSheet.svelte",
      opener: ({ page, words }) =>
        page
          .locator("ol.items > li")
          .nth(KINDS.indexOf(kind))
          .getByRole("button", { name: `${words["items.open"]()}: ` }),
    },
    inside:
      kind === "match"
        ? ({ page, words }) =>
            page.getByRole("button", { name: words["studio.question.kind"]() }).click()
        : undefined,
  })),
  {
    ...test,
    name: "studio-test-draw",
    reach: async (reader) => {
      await listed(reader);
      const { page, words } = reader;
      await page.getByRole("radio", { name: words["items.draw.some"]() }).check();
      await page.locator("form input[inputmode=numeric]").fill("3");
    },
  },
  {
    ...test,
    name: "studio-take-questions",
    reach: listed,
    sheet: {
      file: "lib/studio/items/TakeOut.svelte",
      opener: ({ page, words }) => button(page, words["items.takeOut"]()),
    },
    inside: ({ page, words }) =>
      page.locator("dialog[open]").getByText(words["making.questions.keys"]()).waitFor(),
  },
];
