import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry } from "./entry.ts";

const course = {
  route: "(office)/office/courses/[courseId]",
  path: ({ reviewed }: Addresses) => `/office/courses/${reviewed}`,
} as const;
const author = ({ reviewedBy }: Addresses): string => reviewedBy.author;
const reviewer = ({ reviewedBy }: Addresses): string => reviewedBy.reviewer;

/** Where a second person approves, and where learners are moved. */
export const reviewPages: readonly Entry[] = [
  {
    name: "office-courses-to-review",
    route: "(office)/office/courses",
    who: reviewer,
    path: () => "/office/courses",
  },
  { ...course, name: "office-course-in-review", who: author },
  {
    ...course,
    name: "office-review-ask",
    who: author,
    sheet: {
      file: "lib/review/AskReview.svelte",
      opener: ({ page, words }) => button(page, words["review.ask"]()),
    },
    inside: ({ page }) => page.locator("dialog input[type=checkbox]").first().waitFor(),
  },
  {
    ...course,
    name: "office-review-decide-faults",
    who: reviewer,
    sheet: {
      file: "lib/review/DecideReview.svelte",
      opener: ({ page, words }) => button(page, words["review.decide"]()),
    },
    inside: async ({ page, words }) => {
      await button(page, words["review.changes"]()).click();
      await page.locator("dialog [aria-invalid=true]").waitFor();
    },
  },
  {
    ...course,
    name: "office-move",
    who: author,
    sheet: {
      file: "lib/review/MoveSheet.svelte",
      opener: ({ page, words }) => button(page, words["move.open"]({ version: 2 })),
    },
    inside: async ({ page, words }) => {
      await page.getByLabel(words["move.group"]()).selectOption({ index: 1 });
      await page.locator("dialog tbody tr").first().waitFor();
    },
  },
];
