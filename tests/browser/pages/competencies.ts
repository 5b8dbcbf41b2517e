import { readSkills, staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const { id: skills } = readSkills();

const list = {
  route: "(office)/office/competencies",
  who: () => staff.trainer.contact,
  path: () => "/office/competencies",
} as const;
const one = { ...list, path: () => `/office/competencies?framework=${skills}` } as const;
const PAGE = "lib/studio/competency/FrameworkPage.svelte";

/** What can be done with a competency that lies under another, and that questions name. */
const opened = ({ page }: Reader) => page.getByRole("button", { name: "GES-2" });
const act = (key: "competency.change" | "competency.remove") => async (reader: Reader) => {
  await opened(reader).click();
  await button(reader.page.locator("dialog[open]"), reader.words[key]()).click();
};

/** A file as other programs write it, with much that has no place here. */
const CASE = {
  CFDocument: {
    ...{ identifier: "c61c1c6e-0000-4000-8000-000000000001", title: "Laine", language: "fr" },
    ...{ uri: "https://example.org/laine", creator: "Example", publisher: "Example" },
  },
  CFItems: [
    {
      ...{ identifier: "c61c1c6e-0000-4000-8000-000000000002", humanCodingScheme: "L1" },
      ...{ fullStatement: "<p>Laver la laine</p>", notes: "–", uri: "https://example.org/l1" },
    },
    { identifier: "L2", fullStatement: "Trier la laine", educationLevel: ["A", "B"] },
  ],
  CFAssociations: [
    {
      associationType: "isChildOf",
      originNodeURI: { identifier: "c61c1c6e-0000-4000-8000-000000000002" },
      destinationNodeURI: { identifier: "c61c1c6e-0000-4000-8000-000000000009" },
    },
    { associationType: "isPeerOf" },
  ],
};

/** The frameworks of an organisation, one of them, and what is done with it. */
export const competencyPages: readonly Entry[] = [
  { ...list, name: "office-frameworks" },
  { ...list, name: "office-frameworks-none", who: ({ reviewedBy }) => reviewedBy.reviewer },
  {
    ...list,
    name: "office-framework-new",
    sheet: {
      file: "lib/studio/competency/FrameworksRoom.svelte",
      opener: ({ page, words }) => button(page, words["competency.new"]()),
    },
    inside: async ({ page, words }) => {
      const dialog = page.locator("dialog[open]");
      await button(dialog, words["competency.save"]()).click();
      await dialog.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...list,
    name: "office-framework-bring",
    sheet: {
      file: "lib/studio/competency/FrameworksRoom.svelte",
      opener: ({ page, words }) => button(page, words["competency.bring"]()),
    },
    inside: async ({ page }) => {
      const dialog = page.locator("dialog[open]");
      await dialog.locator("input[type=file]").setInputFiles({
        name: "laine.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(CASE)),
      });
      await dialog.locator("section li").first().waitFor();
    },
  },
  { ...one, name: "office-framework" },
  {
    ...one,
    name: "office-competency-acts",
    sheet: { file: PAGE, opener: opened },
  },
  { ...one, name: "office-competency-change", reach: act("competency.change") },
  {
    ...one,
    name: "office-competency-remove",
    reach: async (reader) => {
      await act("competency.remove")(reader);
      await reader.page.locator("dialog[open] ul a").first().waitFor();
    },
  },
  {
    ...one,
    name: "office-framework-out",
    sheet: {
      file: PAGE,
      opener: ({ page, words }) => button(page, words["competency.takeOut"]()),
    },
  },
  {
    ...list,
    name: "office-passport",
    route: "(office)/office/cohorts/[cohortId]",
    path: ({ cohort }) => `/office/cohorts/${cohort}?view=progress`,
    sheet: {
      file: "lib/office/ProgressTable.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: `${words["office.competencies"]()} Zineb` }),
    },
    inside: async ({ page }) => {
      const dialog = page.locator("dialog[open]");
      await dialog.locator("summary").first().click();
    },
  },
];
