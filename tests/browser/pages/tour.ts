import { button, link } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const list = { route: "(office)/office/courses", path: () => "/office/courses" } as const;
const underWay = {
  route: "(office)/office/courses/[courseId]/lessons/[lessonId]",
  who: ({ novices }: Addresses) => novices.begun,
  path: ({ novices: { place } }: Addresses) =>
    `/office/courses/${place.courseId}/lessons/${place.lessonId}`,
} as const;
const guided = ({ page }: Reader): Promise<void> =>
  page.locator("section[aria-labelledby=tour]").waitFor();

/** What leads to a first published lesson: before anything is begun, under way, and at its end. */
export const tourPages: readonly Entry[] = [
  { ...list, name: "tour-begin", who: ({ novices }) => novices.none, reach: guided },
  {
    ...list,
    name: "tour-first-course",
    who: ({ novices }) => novices.none,
    reach: guided,
    sheet: {
      file: "routes/(office)/office/courses/+page.svelte",
      opener: ({ page, words }) => button(page, words["tour.go"]()),
    },
    inside: async ({ page }) => {
      const sheet = page.getByRole("dialog");
      await sheet.locator("textarea").last().waitFor();
      await sheet.locator("button[type=submit]").click();
      await sheet.locator("[aria-invalid=true]").last().waitFor();
    },
  },
  {
    ...underWay,
    name: "tour-under-way",
    reach: async (reader) => {
      await guided(reader);
      await reader.page.locator("section[aria-labelledby=tour] summary").click();
      await reader.page.locator(".frame .handle").last().waitFor();
    },
  },
  {
    ...underWay,
    name: "tour-ticked",
    reach: async (reader) => {
      const { page } = reader;
      await guided(reader);
      await page.locator("#words [contenteditable=true]").click();
      await page.keyboard.type("Choisissez un jour sec et calme.");
      await page.locator(".status.saved").waitFor();
      await page.locator("#practice").scrollIntoViewIfNeeded();
      await page.locator("section[aria-labelledby=tour] .shown").waitFor();
    },
  },
  {
    ...list,
    name: "tour-published",
    who: ({ novices }) => novices.out,
    path: () => "/office/courses?tour",
    reach: guided,
  },
  {
    name: "tour-help",
    route: "help",
    who: ({ novices }) => novices.none,
    path: () => "/help",
    reach: ({ page, words }) => link(page, words["tour.again"]()).waitFor(),
  },
];
