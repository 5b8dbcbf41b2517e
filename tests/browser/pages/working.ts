import { somePng } from "../../house/pictures.ts";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

type Who = keyof Addresses["handing"]["contacts"];
const work = { route: "(work)/courses/[courseId]/work/[assignmentId]" } as const;
const by = (who: Who) => ({ who: ({ handing }: Addresses) => handing.contacts[who] });
const at = (which: "one" | "two") => ({
  path: ({ handing }: Addresses) => `/courses/${handing.course}/work/${handing[which]}`,
});
const card = {
  route: "(learner)/courses/[courseId]",
  path: ({ handing }: Addresses) => `/courses/${handing.course}`,
  reach: async ({ page, words }: Reader) => {
    await page.getByRole("heading", { name: words["work.title"]() }).waitFor();
  },
} as const;
const sheet = (file: string, word: "handIn" | "discard" | "letGo" | "voice.record") => ({
  file: `lib/work/${file}.svelte`,
  opener: ({ page, words }: Reader) => button(page.locator("main"), words[`work.${word}`]()),
});

/** Writes a few words and takes a photo, unless she has before. */
async function begin({ page, words }: Reader): Promise<void> {
  const field = page.getByLabel(words["work.words"]());
  await field.waitFor();
  await field.fill("Savon noir à l’huile d’argan, 200 g : 35 DH.");
  if ((await page.locator("main img").count()) === 0)
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        ...{ name: "photo.png", mimeType: "image/png", buffer: Buffer.from(somePng()) },
      });
  await page.locator("main img").waitFor();
  await button(page, words["work.discard"]()).waitFor();
}
/** Hands in what she has begun, with the network as it is. */
async function handIn(reader: Reader): Promise<void> {
  const { page, words } = reader;
  await begin(reader);
  await button(page.locator("main"), words["work.handIn"]()).or(page.locator("main button", { hasText: words["work.handIn"]() })).first().click(); // prettier-ignore
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button").nth(1).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Work that a learner hands in, and what she reads of it afterwards. */
export const workingPages: readonly Entry[] = [
  { ...work, ...at("one"), name: "work-signed-out" },
  { ...work, ...at("one"), ...by("new"), name: "work-new" },
  { ...card, ...by("new"), name: "my-work-new" },
  {
    ...work,
    ...by("new"),
    name: "work-gone",
    path: ({ handing }) => `/courses/${handing.course}/work/asg_${"0".repeat(32)}`,
  },
  {
    ...work,
    ...at("one"),
    ...by("new"),
    name: "work-lacking",
    reach: async ({ page, words }) => {
      await page.locator("summary").first().click();
      await button(page, words["work.handIn"]()).click();
      await page.locator("[role=alert] p").first().waitFor();
    },
  },
  { ...work, ...at("one"), ...by("new"), name: "work-record", sheet: sheet("Add", "voice.record") },
  { ...work, ...at("one"), ...by("writing"), name: "work-draft", reach: begin },
  {
    ...work,
    ...at("one"),
    ...by("writing"),
    name: "work-discard",
    reach: begin,
    sheet: sheet("Doing", "discard"),
  },
  {
    ...work,
    ...at("one"),
    ...by("writing"),
    name: "work-hand-in",
    reach: begin,
    sheet: {
      file: "lib/work/HandIn.svelte",
      opener: ({ page, words }) =>
        page.locator("main button", { hasText: words["work.handIn"]() }).last(),
    },
  },
  {
    ...work,
    ...at("two"),
    ...by("writing"),
    name: "work-refused",
    reach: async (reader) => {
      const { page, words } = reader;
      if ((await page.getByText(words["work.refused.what"]()).count()) > 0) return;
      await page.route("**/submissions", (route) =>
        route.request().method() === "GET"
          ? route.continue()
          : route.fulfill({
              status: 409,
              contentType: "application/problem+json",
              json: { code: "assignment.no_group", title: words["error.internal"](), status: 409 },
            }),
      );
      await handIn(reader);
      await page.getByText(words["work.refused.what"]()).waitFor();
      await page.unroute("**/submissions");
    },
    awaited: [{ status: 409, path: /\/submissions$/ }],
  },
  {
    ...work,
    ...at("two"),
    ...by("writing"),
    name: "work-let-go",
    reach: async ({ page, words }) => {
      await page.getByText(words["work.refused.what"]()).waitFor();
    },
    sheet: sheet("Refused", "letGo"),
  },
  {
    ...work,
    ...at("one"),
    ...by("writing"),
    name: "work-waiting",
    losesNetwork: true,
    reach: async (reader) => {
      const { page, words } = reader;
      await page.getByLabel(words["work.words"]()).waitFor();
      await page.context().setOffline(true);
      await handIn(reader);
      await page.locator("#waiting").waitFor();
    },
    awaited: [{ status: 0, path: /^\/api\// }],
  },
  { ...card, ...by("waiting"), name: "my-work-waiting" },
  { ...work, ...at("one"), ...by("waiting"), name: "work-handed-in" },
  { ...card, ...by("marked"), name: "my-work-marked" },
  {
    ...work,
    ...at("one"),
    ...by("marked"),
    name: "work-marked",
    reach: async ({ page, words }) => {
      await page.locator("mark").first().waitFor();
      await page
        .locator("main button", { hasText: words["work.piece.photo"]({ number: 1 }) })
        .click();
      await page.locator("main img").waitFor();
      await page
        .locator("main button", { hasText: words["work.piece.voice"]({ number: 1 }) })
        .click();
      await page.locator("main audio").waitFor();
    },
  },
  {
    ...work,
    ...at("one"),
    ...by("marked"),
    name: "work-note",
    sheet: {
      file: "lib/work/TheWork.svelte",
      opener: ({ page, words }) => button(page, words["work.note"]({ number: 1 })).first(),
    },
  },
  { ...work, ...at("two"), ...by("settled"), name: "work-settled" },
  { ...work, ...at("two"), ...by("alone"), name: "work-no-group" },
];
