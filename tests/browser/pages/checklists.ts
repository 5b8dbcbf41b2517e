import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const desk = {
  route: "(office)/office/courses/[courseId]/test",
  who: () => staff.secondTrainer.contact,
  path: ({ skills }: Addresses) => `/office/courses/${skills}/test`,
} as const;
const file = "lib/studio/checklists/ChecklistSheet.svelte";
const turned = ({ page, words }: Reader): Promise<void> =>
  page.getByRole("tab", { name: words["office.course.checklistsChanged"]() }).click();
const listed = async (reader: Reader): Promise<void> => {
  await turned(reader);
  await reader.page.locator("ol.checklists > li").last().waitFor();
};
const first = ({ page, words }: Reader, act: "items.open" | "checklists.try") =>
  page
    .locator("ol.checklists > li")
    .first()
    .getByRole("button", { name: `${words[act]()}: ` });

/** Where checklists are written: the list of a course, and each of its sheets. */
export const checklistPages: readonly Entry[] = [
  { ...desk, name: "skills", reach: listed },
  {
    ...desk,
    name: "skills-lifted",
    reach: async (reader) => {
      await listed(reader);
      await reader.page.locator("ol.checklists .handle").first().focus();
      await reader.page.keyboard.press("Space");
      await reader.page.keyboard.press("ArrowDown");
      await reader.page.locator("ol.checklists .target").waitFor();
    },
  },
  {
    ...desk,
    name: "skills-none",
    who: () => staff.trainer.contact,
    path: ({ oftenSat }) => `/office/courses/${oftenSat}/test`,
    reach: async (reader) => {
      await turned(reader);
      await reader.page.getByText(reader.words["checklists.none"]()).waitFor();
    },
  },
  {
    ...desk,
    name: "skills-write",
    reach: listed,
    sheet: { file, opener: (reader) => first(reader, "items.open") },
  },
  {
    ...desk,
    name: "skills-faults",
    reach: listed,
    sheet: { file, opener: ({ page, words }) => button(page, words["checklists.add"]()) },
    inside: async ({ page, words }) => {
      const sheet = page.getByRole("dialog");
      await sheet.getByLabel(words["checklists.form.sign"]()).fill("…");
      await sheet.getByLabel(words["checklists.form.least"]()).fill("101");
      await button(sheet, words["checklists.form.save"]()).click();
      await sheet.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...desk,
    name: "skills-try",
    reach: listed,
    sheet: {
      file: "lib/studio/checklists/ChecklistsDesk.svelte",
      opener: (reader) => first(reader, "checklists.try"),
    },
    inside: ({ page, words }) =>
      page.getByRole("dialog").getByRole("radio", { name: words["checklists.try.met"]() }).first().check(), // prettier-ignore
  },
  ...(["ours", "file"] as const).map((from): Entry => ({
    ...desk,
    name: `skills-from-${from}`,
    reach: listed,
    sheet: {
      file: "lib/studio/checklists/ChecklistsDesk.svelte",
      opener: ({ page, words }) => button(page, words["checklists.start"]()),
    },
    inside: async ({ page, words }) => {
      const sheet = page.getByRole("dialog");
      if (from === "ours") return sheet.locator("li button").last().waitFor();
      await sheet.getByRole("radio", { name: words["checklists.from.file"]() }).check();
      const text = { name: "peser.md", mimeType: "", buffer: Buffer.from("- [ ] Pèse") };
      await sheet.locator("input[type=file]").setInputFiles(text);
      await sheet.getByRole("alert").waitFor();
    },
  })),
];
