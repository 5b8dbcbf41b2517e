import { learners, staff } from "@twiza/content";
import { button } from "../walk.ts";
import { faultsShown, officeSheets } from "./office-sheets.ts";
import { withoutSignature } from "./unsigned.ts";
import type { Entry, Reader } from "./entry.ts";
import { partnersPages } from "./partners.ts";

const administrator = () => staff.administrator.contact;
const trainer = () => staff.trainer.contact;
/** The one whose course has a draft that is not published. */
const author = () => staff.secondTrainer.contact;

const course = { route: "(office)/office/courses/[courseId]" } as const;
const marks = { route: "(office)/office/marks" } as const;
const auditor = () => staff.auditor.contact;
const cohort = { route: "(office)/office/cohorts/[cohortId]" } as const;

const certificates = { route: "(office)/office/certificates", who: administrator } as const;

/** What those who run the courses see. */
export const officePages: readonly Entry[] = [
  { name: "office", route: "(office)/office", who: administrator, path: () => "/office" },
  {
    name: "office-stuck",
    route: "(office)/office",
    who: trainer,
    path: () => "/office",
    reach: ({ page }) => page.locator('main a[href$="view=progress"]').first().waitFor(),
  },
  { name: "office-closed", route: "(office)/office", path: () => "/office" },
  {
    name: "office-no-role",
    route: "(office)/office",
    who: () => learners.beginner.contact,
    path: () => "/office",
  },
  ...["courses", "for-you", "cohorts", "flags", "people", "organisations", "certificates"].map(
    (list) => ({
      name: `office-${list}`,
      route: `(office)/office/${list}`,
      who: administrator,
      path: () => `/office/${list}`,
    }),
  ),
  ...(["waiting", "expiring"] as const).map((view) => ({
    ...certificates,
    name: `office-certificates-${view}`,
    path: () => `/office/certificates?view=${view}`,
    reach: ({ page }: Reader) => page.locator("[role=tabpanel] button").first().waitFor(),
  })),
  ...partnersPages,
  {
    ...certificates,
    name: "office-certificates-issue",
    path: () => "/office/certificates?view=issue",
    reach: async ({ page, at }) => {
      await page.locator("select").selectOption(at.desk.cohortId);
      await page.locator("tbody tr").first().waitFor();
    },
  },
  { ...certificates, name: "office-certificates-unsigned", path: () => "/office/certificates", reach: withoutSignature }, // prettier-ignore
  {
    name: "office-for-you-told",
    route: "(office)/office/for-you",
    who: author,
    path: () => "/office/for-you",
    reach: ({ page }) => page.locator("main li a").first().waitFor(),
  },
  {
    name: "office-audit",
    route: "(office)/office/audit",
    who: () => staff.auditor.contact,
    path: () => "/office/audit?action=course.edited",
  },
  {
    ...marks,
    name: "office-marks",
    who: auditor,
    path: () => "/office/marks",
    reach: ({ page }) => page.locator("main select").waitFor(),
  },
  {
    ...marks,
    name: "office-marks-learners",
    who: auditor,
    path: () => "/office/marks",
    reach: chooseMarkedCourse,
  },
  {
    ...marks,
    name: "office-marks-learner",
    who: auditor,
    path: () => "/office/marks",
    reach: openMarkedLearner,
  },
  {
    ...course,
    name: "office-course",
    who: author,
    path: ({ changed }) => `/office/courses/${changed}`,
  },
  {
    ...course,
    name: "office-course-faults",
    who: author,
    path: ({ changed }) => `/office/courses/${changed}`,
    reach: emptyCourse,
  },
  {
    ...course,
    name: "office-course-of-another",
    who: trainer,
    path: ({ changed: id }) => `/office/courses/${id}`,
  },
  {
    ...cohort,
    name: "office-cohort-progress",
    who: trainer,
    path: ({ cohort: id }) => `/office/cohorts/${id}?view=progress`,
  },
  {
    ...cohort,
    name: "office-cohort-grades",
    who: trainer,
    path: ({ cohort: id }) => `/office/cohorts/${id}?view=grades`,
    reach: ({ page }) => page.locator("td button").first().waitFor(),
  },
  {
    ...cohort,
    name: "office-cohort-eligible",
    who: trainer,
    path: ({ cohort: id }) => `/office/cohorts/${id}?view=eligible`,
    reach: ({ page }) => page.locator("tbody details summary").first().click(),
  },
  {
    ...cohort,
    name: "office-cohort-enrol",
    who: trainer,
    path: ({ cohort: id }) => `/office/cohorts/${id}?view=enrol`,
    reach: writeList,
  },
  {
    ...cohort,
    name: "office-cohort-enrolled",
    who: trainer,
    path: ({ cohort: id }) => `/office/cohorts/${id}?view=enrol`,
    reach: enrolList,
  },
  {
    ...cohort,
    name: "office-cohort-vouch",
    who: trainer,
    path: ({ cohort: id }) => `/office/cohorts/${id}?view=vouch`,
    reach: enrolNobody,
  },
  {
    ...cohort,
    name: "office-cohort-foreign",
    who: author,
    path: ({ cohort: id }) => `/office/cohorts/${id}`,
    awaited: [{ status: 404, path: /^\/api\/cohorts\// }],
  },
  ...officeSheets,
];

async function emptyCourse({ page, words }: Reader): Promise<void> {
  for (const text of await page.locator("main fieldset textarea:visible").all())
    await text.fill("");
  await page.locator("main input[inputmode=numeric]").first().fill("200");
  await faultsShown(page, words["office.course.save"]());
}

/** A list of which one line cannot be read. */
async function writeList({ page, words }: Reader): Promise<void> {
  await page
    .getByLabel(words["office.enrol.people"]())
    .fill("Rahma Idir, rahma@example.org\nⵉⵟⵟⵓ ⴰⵢⵜ ⵃⵎⵎⵓ; 6.12E+08\nزينب أيت علي");
  await page.locator(".faults li").first().waitFor();
}

async function enrolNobody({ page, words }: Reader): Promise<void> {
  await page.getByText(words["office.vouch.new"]()).click();
  await faultsShown(page, words["office.vouch.new.do"]());
}

async function enrolList({ page, words }: Reader): Promise<void> {
  await page
    .getByLabel(words["office.enrol.people"]())
    .fill("زينب أيت علي, zineb-ait-ali@example.org");
  await button(page, words["office.enrol.do"]({ count: 1 })).click();
  await page.locator("#outcomes").waitFor();
}

/** The course whose learners have sat its test. */
async function chooseMarkedCourse({ page, at }: Reader): Promise<void> {
  await page.locator("main select").selectOption(at.course);
  await page.locator('main a[href*="learner="]').first().waitFor();
}

async function openMarkedLearner(reader: Reader): Promise<void> {
  await chooseMarkedCourse(reader);
  await reader.page.locator('main a[href*="learner="]').first().click();
  await reader.page.locator("main section h3").first().waitFor();
}
