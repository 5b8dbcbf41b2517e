import { learners, staff } from "@twiza/content";
import type { Page } from "playwright-core";
import { YAMNA } from "../../house/corrected.ts";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";
import { withoutSignature } from "./unsigned.ts";

const administrator = () => staff.administrator.contact;
const author = () => staff.secondTrainer.contact;

const vouching = {
  route: "(office)/office/cohorts/[cohortId]",
  who: () => staff.trainer.contact,
  path: ({ cohort }: { cohort: string }) => `/office/cohorts/${cohort}?view=vouch`,
} as const;

const progress = {
  ...vouching,
  path: ({ cohort }: { cohort: string }) => `/office/cohorts/${cohort}?view=progress`,
} as const;

const grades = {
  ...vouching,
  path: ({ cohort }: { cohort: string }) => `/office/cohorts/${cohort}?view=grades`,
} as const;
const cellOf = ({ page }: Reader, name: string) =>
  page.getByRole("row").filter({ hasText: name }).locator("td button");

const certificates = { route: "(office)/office/certificates", who: administrator } as const;
const issuing = {
  route: "(office)/office/cohorts/[cohortId]",
  who: administrator,
  path: ({ desk }: Addresses) => `/office/cohorts/${desk.cohortId}?view=eligible`,
} as const;

const shared = {
  route: "(office)/office/courses/[courseId]",
  who: () => staff.trainer.contact,
  path: ({ shared: id }: { shared: string }) => `/office/courses/${id}`,
} as const;
const remove = ({ page, words }: Reader, name: string) =>
  button(page, `${words["office.owners.remove"]()} ${name}`);

/** Each dialog of the office, with what it has to object: that stands among all that it opens with. */
export const officeSheets: readonly Entry[] = [
  {
    name: "office-publish",
    route: "(office)/office/courses/[courseId]",
    who: author,
    path: ({ changed }) => `/office/courses/${changed}`,
    sheet: {
      file: "lib/office/PublishDialog.svelte",
      opener: ({ page, words }) => button(page, words["office.publish.open"]()),
    },
    inside: submitEmpty,
  },
  {
    name: "office-version",
    route: "(office)/office/courses/[courseId]",
    who: author,
    path: ({ changed }) => `/office/courses/${changed}`,
    sheet: {
      file: "lib/office/VersionSheet.svelte",
      opener: ({ page, words }) => button(page, words["office.version.look"]()).first(),
    },
  },
  {
    name: "office-version-restore",
    route: "(office)/office/courses/[courseId]",
    who: author,
    path: ({ changed }) => `/office/courses/${changed}`,
    sheet: {
      file: "lib/office/RestoreDialog.svelte",
      opener: ({ page, words }) => button(page, words["office.version.restore"]()).first(),
    },
  },
  {
    name: "office-owner-add-nobody",
    ...shared,
    sheet: {
      file: "lib/office/AddOwner.svelte",
      opener: ({ page, words }) => button(page, words["office.owners.add"]()).first(),
    },
  },
  {
    name: "office-owner-add",
    route: "(office)/office/courses/[courseId]",
    who: author,
    path: ({ changed }) => `/office/courses/${changed}`,
    sheet: {
      file: "lib/office/AddOwner.svelte",
      opener: ({ page, words }) => button(page, words["office.owners.add"]()).first(),
    },
    inside: submitEmpty,
  },
  {
    name: "office-owner-remove",
    ...shared,
    sheet: {
      file: "lib/office/RemoveOwner.svelte",
      opener: (reader) => remove(reader, staff.secondTrainer.name),
    },
  },
  {
    ...progress,
    name: "office-sittings",
    path: ({ corrected }: { corrected: { cohortId: string } }) =>
      `/office/cohorts/${corrected.cohortId}?view=progress`,
    sheet: {
      file: "lib/marks/SittingsSheet.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: words["sitting.how"]({ name: YAMNA.name }) }).first(),
    },
    inside: ({ page }) => page.locator("dialog[open] li .got").first().waitFor(),
  },
  {
    ...progress,
    name: "office-alike",
    path: ({ alike }: { alike: string }) => `/office/cohorts/${alike}?view=progress`,
    sheet: {
      file: "lib/alike/AlikeSheet.svelte",
      opener: ({ page, words }) => button(page, words["sitting.alike"]()),
    },
    inside: ({ page }) => page.locator("dialog[open] summary").first().click(),
  },
  {
    ...progress,
    name: "office-skills",
    path: ({ observing }: { observing: { cohort: string } }) =>
      `/office/cohorts/${observing.cohort}?view=progress`,
    sheet: {
      file: "lib/office/SkillsOf.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: words["office.skills.look"]() }).first(),
    },
    inside: ({ page }) => page.locator("dialog[open] article, dialog[open] li").first().waitFor(),
  },
  {
    name: "office-cohort-new",
    route: "(office)/office/cohorts",
    who: administrator,
    path: () => "/office/cohorts",
    sheet: {
      file: "routes/(office)/office/cohorts/+page.svelte",
      opener: ({ page, words }) => button(page, words["office.cohort.create"]()).first(),
    },
    inside: submitEmpty,
  },
  {
    name: "office-member-new",
    route: "(office)/office/people",
    who: administrator,
    path: () => "/office/people",
    sheet: {
      file: "routes/(office)/office/people/+page.svelte",
      opener: ({ page, words }) => button(page, words["office.member.add"]()).first(),
    },
    inside: submitEmpty,
  },
  {
    name: "office-member-change",
    route: "(office)/office/people",
    who: administrator,
    path: () => "/office/people",
    sheet: {
      file: "routes/(office)/office/people/+page.svelte",
      opener: ({ page, words }) => button(page, words["office.member.change"]()).first(),
    },
  },
  {
    name: "office-organisation-new",
    route: "(office)/office/organisations",
    who: administrator,
    path: () => "/office/organisations",
    sheet: {
      file: "routes/(office)/office/organisations/+page.svelte",
      opener: ({ page, words }) => button(page, words["office.organisation.create"]()).first(),
    },
    inside: submitEmpty,
  },
  {
    ...certificates,
    name: "office-certificate-act",
    path: () => "/office/certificates",
    sheet: {
      file: "lib/certificates/ActSheet.svelte",
      opener: ({ page, words }) => button(page, words["desk.act"]()).first(),
    },
    inside: submitEmpty,
  },
  {
    ...certificates,
    name: "office-certificate-decide",
    path: () => "/office/certificates?view=waiting",
    sheet: {
      file: "lib/certificates/DecideSheet.svelte",
      opener: ({ page, words }) => button(page, words["desk.decide"]()).first(),
    },
  },
  {
    ...certificates,
    name: "office-certificates-propose-many",
    path: () => "/office/certificates",
    reach: withoutSignature,
    sheet: {
      file: "lib/certificates/ManySheet.svelte",
      opener: ({ page }) => page.locator("section button.primary").first(),
    },
    inside: ({ page }) => page.locator("dialog[open] summary").click(),
  },
  {
    ...issuing,
    name: "office-certificate-preview",
    sheet: {
      file: "lib/certificates/Preview.svelte",
      opener: ({ page, words }) => button(page, words["desk.preview"]()).first(),
    },
    inside: ({ page }) => page.locator("dialog[open] figure").waitFor(),
  },
  {
    ...issuing,
    name: "office-issue-all",
    sheet: {
      file: "lib/certificates/IssueAll.svelte",
      opener: ({ page }) => page.locator("[role=tabpanel] button.primary").first(),
    },
    inside: ({ page, words }) =>
      page
        .locator("dialog[open]")
        .getByRole("button", { name: words["office.issue.do"](), exact: true })
        .click(),
  },
  {
    name: "office-ticket",
    ...vouching,
    sheet: {
      file: "lib/office/TicketDialog.svelte",
      opener: ({ page, words }) => button(page, words["office.vouch"]()).first(),
    },
    inside: ({ page }) => page.getByRole("timer").waitFor(),
  },
  {
    name: "office-card",
    ...vouching,
    sheet: {
      file: "lib/office/CardDialog.svelte",
      opener: ({ page, words }) => button(page, words["office.card"]()).first(),
    },
    inside: async ({ page, words }) => {
      await button(page, words["office.card.make"]()).click();
      await page.locator(".paper svg path").first().waitFor();
    },
  },
  {
    name: "office-erase",
    ...vouching,
    who: () => staff.administrator.contact,
    sheet: {
      file: "lib/erase/EraseSheet.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: words["office.erase"]() }).first(),
    },
    inside: ({ page }) =>
      page.locator("dialog[open] fieldset, dialog[open] input").first().waitFor(),
  },
  {
    name: "office-cohort-contact",
    ...vouching,
    sheet: {
      file: "lib/office/CohortContactForm.svelte",
      opener: ({ page, words }) =>
        button(page, words["office.cohort.contact.change"]()).or(
          button(page, words["office.cohort.contact.add"]()),
        ),
    },
    inside: async (reader) => {
      await reader.page.getByLabel(reader.words["office.cohort.contact.phone"]()).fill("06 12");
      await submitEmpty(reader);
    },
  },
  {
    name: "office-test-times",
    ...vouching,
    sheet: {
      file: "lib/sitting/TestTimes.svelte",
      opener: ({ page, words }) => button(page, words["sitting.change"]()),
    },
    inside: async (reader) => {
      const sheet = reader.page.getByRole("dialog");
      const { words } = reader;
      await sheet.getByLabel(words["sitting.opensAt"]()).fill("2027-03-02T09:00");
      await sheet.getByLabel(words["sitting.closesAt"]()).fill("2027-03-01T09:00");
      await submitEmpty(reader);
    },
  },
  {
    name: "office-allow",
    ...progress,
    sheet: {
      file: "lib/office/ProgressTable.svelte",
      opener: ({ page, words }) =>
        page
          .getByRole("button", { name: new RegExp(`^${RegExp.escape(words["sitting.more"]())}`) })
          .first(),
    },
    inside: submitEmpty,
  },
  {
    name: "office-allow-again",
    ...progress,
    sheet: {
      file: "lib/office/ProgressTable.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", {
          name: `${words["sitting.more.change"]()} ${learners.certified.name}`,
        }),
    },
  },
  {
    name: "office-write",
    ...progress,
    sheet: {
      file: "lib/reach/WriteSheet.svelte",
      opener: ({ page, words }) =>
        page
          .getByRole("button", { name: new RegExp(`^${RegExp.escape(words["reach.write"]())}`) })
          .first(),
    },
    inside: ({ page }) => page.getByRole("dialog").locator("textarea").waitFor(),
  },
  {
    name: "office-grade",
    ...grades,
    sheet: {
      file: "lib/grades/Gradebook.svelte",
      opener: (reader) => cellOf(reader, learners.underWay.name).last(),
    },
    inside: async (reader) => {
      const { page, words } = reader;
      const sheet = page.getByRole("dialog");
      await button(sheet, words["grades.change"]()).click();
      await sheet.getByRole("radio").nth(1).check();
      await submitEmpty(reader);
    },
  },
  {
    name: "office-grade-said",
    ...grades,
    sheet: {
      file: "lib/grades/Gradebook.svelte",
      opener: (reader) => cellOf(reader, learners.certified.name).last(),
    },
  },
  {
    name: "office-flag",
    route: "(office)/office/flags",
    who: administrator,
    path: () => "/office/flags",
    sheet: {
      file: "lib/office/FlagDialog.svelte",
      opener: ({ page, words }) => button(page, words["office.flag.open"]()).first(),
    },
    inside: async ({ page, words }) => {
      await button(page, words["office.flag.setAside"]()).click();
      await page.locator("dialog [aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...issuing,
    name: "office-issue",
    sheet: {
      file: "lib/certificates/IssueOne.svelte",
      opener: ({ page, words }) => button(page, words["office.issue"]()).first(),
    },
  },
];

async function submitEmpty({ page }: Reader): Promise<void> {
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await page.locator("dialog [aria-invalid=true]").first().waitFor();
}

/** Sends a form by its button, to see what it objects to. */
export async function faultsShown(page: Page, submit: string): Promise<void> {
  await button(page, submit).click();
  await page.locator("[aria-invalid=true]").first().waitFor();
}
