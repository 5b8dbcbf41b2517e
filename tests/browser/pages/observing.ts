import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const observe = { route: "observe", who: () => staff.trainer.contact } as const;
const at = (place: (observing: Addresses["observing"]) => string) => ({
  path: ({ observing }: Addresses) => `/observe?cohort=${observing.cohort}${place(observing)}`,
});
const fill = at(({ learners, shearing }) => `&learner=${learners.seen}&list=${shearing}`);
const fillOther = at(({ learners, weighing }) => `&learner=${learners.unseen}&list=${weighing}`);

/** Answers each step of the checklist: what is critical rightly, the last as not seen. */
async function answer({ page, words }: Reader): Promise<void> {
  const steps = page.locator("ol > li");
  await steps.first().waitFor();
  const count = await steps.count();
  for (let step = 0; step < count; step += 1) {
    const word = step === count - 1 && count > 1 ? "seen.not_met" : "seen.met";
    await button(page, words[word]()).nth(step).click();
  }
}
async function confirm(reader: Reader): Promise<void> {
  await answer(reader);
  await button(reader.page, reader.words["observe.confirm"]()).click();
  await reader.page.locator("form").waitFor();
}
const submitEmpty = async ({ page }: Reader): Promise<void> => {
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await page.locator("dialog [aria-invalid=true]").first().waitFor();
};
const onCourse = {
  route: "(learner)/courses/[courseId]",
  path: ({ observing }: Addresses) => `/courses/${observing.course}`,
  reach: async ({ page, words }: Reader) => {
    await page.getByRole("heading", { name: words["seen.title"]() }).waitFor();
    await page.locator("article, section.state").first().waitFor();
  },
} as const;

/** Beside somebody at work, and what she reads of it afterwards. */
export const observingPages: readonly Entry[] = [
  { route: "observe", name: "observe-signed-out", path: () => "/observe" },
  {
    ...observe,
    name: "observe-no-role",
    who: ({ observing }) => observing.contacts.unseen,
    path: () => "/observe",
  },
  { ...observe, name: "observe-groups", path: () => "/observe" },
  { ...observe, name: "observe-learners", ...at(() => "") },
  { ...observe, name: "observe-lists", ...at(({ learners }) => `&learner=${learners.unseen}`) },
  { ...observe, name: "observe-gone", ...at(() => "&learner=nobody") },
  {
    ...observe,
    name: "observe-fill-objection",
    ...fillOther,
    reach: async ({ page, words }) => {
      await button(page, words["observe.confirm"]()).click();
      await page.locator("[role=alert] p").first().waitFor();
    },
  },
  { ...observe, name: "observe-fill", ...fill, reach: answer },
  {
    ...observe,
    name: "observe-discard",
    ...fill,
    sheet: {
      file: "lib/observe/Fill.svelte",
      opener: ({ page, words }) => button(page, words["observe.discard"]()).first(),
    },
  },
  {
    ...observe,
    name: "observe-confirm",
    ...at(({ learners, shearing }) => `&learner=${learners.seen}&list=${shearing}&show=confirm`),
  },
  {
    ...observe,
    name: "observe-confirm-faults",
    path: ({ observing }) => `${fill.path({ observing } as Addresses)}&show=confirm`,
    reach: async ({ page }) => {
      await page.locator("form button[type=submit]").click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  { ...observe, name: "observe-queue-empty", path: () => "/observe?show=queue" },
  {
    ...observe,
    name: "observe-queue-refused",
    ...at(({ learners, shearing }) => `&learner=${learners.unseen}&list=${shearing}`),
    reach: async (reader) => {
      const { page } = reader;
      await page.route("**/observations", (route) =>
        route.fulfill({
          status: 409,
          contentType: "application/problem+json",
          json: {
            code: "observation.unknown",
            title: reader.words["error.internal"](),
            status: 409,
          },
        }),
      );
      await confirm(reader);
      await page.locator("form button[type=submit]").click();
      await page.locator("main ul a").first().waitFor();
      await page.goto("/observe?show=queue");
      await page.locator("li.refused").waitFor();
      await page.unroute("**/observations");
    },
    awaited: [{ status: 409, path: /\/observations$/ }],
  },
  { ...onCourse, name: "my-skills-waiting", who: ({ observing }) => observing.contacts.seen },
  {
    ...onCourse,
    name: "my-skills-dispute",
    who: ({ observing }) => observing.contacts.seen,
    sheet: {
      file: "lib/seen/MySkills.svelte",
      opener: ({ page, words }) => button(page, words["seen.disagree"]()).first(),
    },
    inside: submitEmpty,
  },
  { ...onCourse, name: "my-skills-none", who: ({ observing }) => observing.contacts.unseen },
  { ...onCourse, name: "my-skills-disputed", who: ({ observing }) => observing.contacts.disputing },
  {
    name: "confirm-pin",
    route: "(learner)/me",
    who: ({ observing }) => observing.contacts.unseen,
    path: () => "/me",
    sheet: {
      file: "lib/seen/ConfirmPin.svelte",
      opener: ({ page, words }) => button(page, words["confirmPin.set"]()).first(),
    },
    inside: submitEmpty,
  },
];
