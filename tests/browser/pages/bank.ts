import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const bank = {
  route: "(office)/office/bank",
  who: () => staff.secondTrainer.contact,
  path: () => "/office/bank",
  reach: listed,
} as const;
const room = "lib/studio/bank/BankRoom.svelte";
const test = {
  route: "(office)/office/courses/[courseId]/test",
  who: () => staff.trainer.contact,
  path: ({ corrected }: Addresses) => `/office/courses/${corrected.courseId}/test`,
  reach: async ({ page }: Reader) => page.locator("ol.items > li .prompt").first().waitFor(),
} as const;
const GIFT =
  "Quelle laine garde-t-on ? {=La sèche ~La mouillée}\n\nOn tond au printemps. {T}\n\nSans réponse {}";

/** The questions of an organisation, and what goes between them and a test. */
export const bankPages: readonly Entry[] = [
  { ...bank, name: "office-bank" },
  {
    ...bank,
    name: "office-bank-none",
    reach: async (reader) => {
      await listed(reader);
      await reader.page.getByRole("searchbox").fill("zzz");
      await reader.page.keyboard.press("Enter");
      await reader.page.getByText(reader.words["bank.nothing"]()).first().waitFor();
    },
  },
  {
    ...bank,
    name: "office-bank-question",
    sheet: { file: room, opener: ({ page }) => page.locator("main li .open").first() },
    inside: async ({ page }) => page.locator("dialog[open] h3").first().waitFor(),
  },
  {
    ...bank,
    name: "office-bank-write",
    sheet: {
      file: "lib/studio/items/ItemSheet.svelte",
      opener: ({ page, words }) => button(page, words["bank.write"]()),
    },
  },
  {
    ...bank,
    name: "office-bank-file",
    sheet: { file: room, opener: ({ page, words }) => button(page, words["bank.file"]()) },
    inside: async ({ page }) => {
      const file = { name: "laine.gift.txt", mimeType: "", buffer: Buffer.from(GIFT) };
      await page.locator("dialog[open] input[type=file]").setInputFiles(file);
      await page.locator("dialog[open] ol").waitFor();
    },
  },
  {
    ...bank,
    name: "office-bank-tag",
    reach: async (reader) => {
      await listed(reader);
      for (const box of await reader.page.locator("main li input").all()) await box.check();
    },
    sheet: {
      file: "lib/studio/bank/ChosenBar.svelte",
      opener: ({ page, words }) => button(page, words["bank.tag"]()),
    },
  },
  ...(["from", "into"] as const).map((way): Entry => ({
    ...test,
    name: `studio-test-bank-${way}`,
    sheet: {
      file: "lib/studio/items/BankTools.svelte",
      opener: ({ page, words }) => button(page, words[`items.bank.${way}`]()),
    },
    inside: async ({ page }) => {
      await page.locator("dialog[open] input[type=checkbox]").first().waitFor();
    },
  })),
];

/** Those of one kind, so that the page is no longer than what it is looked at for. */
async function listed({ page, words }: Reader): Promise<void> {
  await page.locator("main li .open").first().waitFor();
  await page.getByLabel(words["bank.kind"](), { exact: true }).selectOption("order");
  await page.locator("main li").nth(10).waitFor({ state: "detached" });
}
