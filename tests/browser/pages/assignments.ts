import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const desk = {
  route: "(office)/office/courses/[courseId]/test",
  who: () => staff.secondTrainer.contact,
  path: ({ skills }: Addresses) => `/office/courses/${skills}/test`,
} as const;
const file = "lib/studio/assignments/AssignmentSheet.svelte";
const turned = ({ page, words }: Reader): Promise<void> =>
  page.getByRole("tab", { name: words["office.course.assignmentsChanged"]() }).click();
const listed = async (reader: Reader): Promise<void> => {
  await turned(reader);
  await reader.page.locator("ol.assignments > li").last().waitFor();
};
const first = ({ page, words }: Reader, act: "items.open" | "assignments.try") =>
  page
    .locator("ol.assignments > li")
    .first()
    .getByRole("button", { name: `${words[act]()}: ` });

/** Where assignments are written: the list of a course, and each of its sheets. */
export const assignmentPages: readonly Entry[] = [
  { ...desk, name: "work-list", reach: listed },
  {
    ...desk,
    name: "work-list-none",
    who: () => staff.trainer.contact,
    path: ({ oftenSat }) => `/office/courses/${oftenSat}/test`,
    reach: async (reader) => {
      await turned(reader);
      await reader.page.getByText(reader.words["assignments.none"]()).waitFor();
    },
  },
  {
    ...desk,
    name: "work-write",
    reach: listed,
    sheet: { file, opener: (reader) => first(reader, "items.open") },
  },
  {
    ...desk,
    name: "work-faults",
    reach: listed,
    sheet: { file, opener: ({ page, words }) => button(page, words["assignments.add"]()) },
    inside: async ({ page, words }) => {
      const sheet = page.getByRole("dialog");
      await sheet.getByLabel(words["assignments.form.level"]({ number: 1 }), { exact: true }).fill("…"); // prettier-ignore
      await sheet.getByLabel(words["assignments.form.weight"]()).fill("0");
      await sheet.getByLabel(words["assignments.form.pass"]()).fill("101");
      await button(sheet, words["assignments.form.save"]()).click();
      await sheet.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...desk,
    name: "work-try",
    reach: listed,
    sheet: {
      file: "lib/studio/assignments/AssignmentsDesk.svelte",
      opener: (reader) => first(reader, "assignments.try"),
    },
    inside: ({ page }) => page.getByRole("dialog").locator("fieldset input").nth(2).check(),
  },
  {
    ...desk,
    name: "work-from",
    reach: listed,
    sheet: {
      file: "lib/studio/assignments/AssignmentsDesk.svelte",
      opener: ({ page, words }) => button(page, words["assignments.start"]()),
    },
    inside: ({ page }) => page.getByRole("dialog").locator("li button").last().waitFor(),
  },
];

const marks = {
  route: "(office)/office/cohorts/[cohortId]/work/[submissionId]",
  who: () => staff.trainer.contact,
} as const;
const at = (which: "waiting" | "nameless" | "differing" | "marked") => ({
  path: ({ marking }: Addresses) => `/office/cohorts/${marking.cohort}/work/${marking[which]}`,
});
const shown = ({ page }: Reader): Promise<void> => page.locator(".both section").first().waitFor();
const noteFile = "lib/work-desk/NoteSheet.svelte";

/** Where work is marked: what waits, and each way a piece of it may stand. */
export const markingPages: readonly Entry[] = [
  {
    route: "(office)/office/cohorts/[cohortId]",
    name: "marking-queue",
    who: () => staff.trainer.contact,
    path: ({ marking }) => `/office/cohorts/${marking.cohort}?view=work`,
    reach: ({ page }) => page.locator("tbody tr").last().waitFor(),
  },
  {
    route: "(office)/office/cohorts/[cohortId]",
    name: "marking-queue-none",
    who: () => staff.administrator.contact,
    path: ({ cohort }) => `/office/cohorts/${cohort}?view=work`,
    reach: ({ page, words }) => page.getByText(words["marking.empty"]()).waitFor(),
  },
  {
    ...marks,
    ...at("waiting"),
    name: "marking-work",
    reach: async (reader) => {
      await shown(reader);
      await reader.page.locator("fieldset input").nth(1).check();
    },
  },
  {
    ...marks,
    ...at("waiting"),
    name: "marking-note",
    reach: shown,
    sheet: {
      file: noteFile,
      opener: ({ page, words }) => button(page, words["marking.text.say"]()),
    },
    inside: async ({ page }) => {
      await page.getByRole("dialog").locator("button[type=submit]").click();
      await page.locator("dialog [aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...marks,
    ...at("nameless"),
    name: "marking-nameless",
    reach: async (reader) => {
      await shown(reader);
      await button(reader.page, reader.words["marking.send"]()).click();
      await reader.page.getByRole("alert").first().waitFor();
    },
  },
  {
    ...marks,
    ...at("differing"),
    name: "marking-differs",
    who: ({ marking }) => marking.third,
    reach: async ({ page }) => page.locator("table").waitFor(),
  },
  { ...marks, ...at("marked"), name: "marking-marked", reach: ({ page }) => page.locator("article").waitFor() }, // prettier-ignore
];
