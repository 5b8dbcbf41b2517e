import { staff } from "@twiza/content";
import type { ContentLanguage } from "@twiza/contract/where";
import { AJAMI, WOLOF } from "../../house/other-language.ts";
import { settled } from "../browser.ts";
import { button } from "../walk.ts";
import type { Addresses } from "./addresses.ts";
import type { Entry, Reader } from "./entry.ts";

const author = () => staff.secondTrainer.contact;
const course = {
  route: "(office)/office/courses/[courseId]",
  who: author,
  path: ({ changed }: Addresses) => `/office/courses/${changed}`,
} as const;
const lessonIn = (language: ContentLanguage) => ({
  route: "(office)/office/courses/[courseId]/lessons/[lessonId]",
  who: author,
  path: ({ changed, written }: Addresses) =>
    `/office/courses/${changed}/lessons/${written}?language=${language}`,
});
const lesson = lessonIn("fr");

const pick = ({ page }: Reader, text: string): Promise<void> =>
  page
    .locator("dialog[open] input[type=file]")
    .setInputFiles({ name: "sel.docx", mimeType: "", buffer: Buffer.from(text) });
const look = async (reader: Reader): Promise<void> => {
  await pick(reader, "Le prix du sel est juste pour la coopérative.");
  await reader.page.locator("dialog[open] form").waitFor();
};
/** The taps inside the sheet that brings documents in. */
const INSIDE_BRING: Readonly<Record<string, NonNullable<Entry["inside"]>>> = {
  "studio-bring-foreign": async (reader) => {
    await pick(reader, "%PDF-1.7");
    await reader.page.locator("dialog[open] [role=alert]").waitFor();
  },
  "studio-bring-look": look,
  "studio-bring-broken": async (reader) => {
    await look(reader);
    await reader.page.route("**/arrangements", (route) => route.abort("connectionfailed"));
    await reader.page.locator("dialog[open] button[type=submit]").click();
    await reader.page.locator("dialog[open] [role=alert]").waitFor();
    await reader.page.unrouteAll({ behavior: "wait" });
  },
};
const test = {
  route: "(office)/office/courses/[courseId]/test",
  who: author,
  path: ({ changed }: Addresses) => `/office/courses/${changed}/test`,
} as const;
const listed = ({ page }: Reader) => page.locator("ol.items > li .prompt").first().waitFor();

/** Correcting a published question, before and behind the look at whom it changes; and what was corrected, with who has another result. */
function corrections(): Entry[] {
  const often = {
    ...test,
    who: () => staff.trainer.contact,
    path: ({ oftenSat }: Addresses) => `/office/courses/${oftenSat}/test`,
    reach: listed,
  };
  const correct = {
    file: "lib/marks/CorrectSheet.svelte",
    opener: ({ page, words }: Reader) => button(page, words["items.correct"]()).first(),
  };
  return [
    {
      ...often,
      name: "studio-correct",
      sheet: correct,
      inside: ({ page }) => page.locator("dialog[open] form").waitFor(),
    },
    {
      ...often,
      name: "studio-correct-figures",
      sheet: correct,
      inside: async ({ page, words }) => {
        const sheet = page.locator("dialog[open]");
        const key = sheet.getByRole("group", { name: words["marks.key"]() });
        await key.getByRole("radio").last().check();
        await button(sheet, words["marks.try"]()).click();
        await button(sheet, words["marks.apply"]()).click();
        await sheet.locator("[aria-invalid=true]").waitFor();
      },
    },
    {
      ...often,
      name: "studio-corrections",
      path: ({ corrected }) => `/office/courses/${corrected.courseId}/test`,
      sheet: {
        file: "lib/marks/CorrectionsSheet.svelte",
        opener: ({ page, words }) => button(page, words["items.corrections"]()),
      },
      inside: async ({ page, words }) => {
        const sheet = page.locator("dialog[open]");
        await sheet.getByRole("button", { name: words["marks.who"]() }).click();
        await sheet.locator("ul .name").first().waitFor();
      },
    },
  ];
}

/** Where courses are written: a lesson in each of its looks, and each of its sheets. */
export const studioPages: readonly Entry[] = [
  { ...lesson, name: "studio-lesson", reach: opened },
  {
    ...lesson,
    name: "studio-writing",
    reach: async (reader) => {
      await opened(reader);
      await reader.page.locator(".rich .words").first().click();
      await reader.page.getByRole("toolbar").waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-link",
    reach: async (reader) => {
      await opened(reader);
      await reader.page.locator(".rich .words").first().click();
      await reader.page.keyboard.press("Control+k");
      await reader.page.keyboard.press("Enter");
      await reader.page.locator(".link [aria-invalid=true]").waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-lifted",
    reach: async (reader) => {
      await opened(reader);
      await reader.page.locator(".frame .handle").first().focus();
      await reader.page.keyboard.press("Space");
      await reader.page.keyboard.press("ArrowDown");
      await reader.page.locator(".frame.target").waitFor();
      // Half under the bar that stays in sight a button would seem too small.
      await reader.page.evaluate(() => scrollTo(0, 0));
    },
  },
  {
    ...lesson,
    name: "studio-preview",
    reach: async (reader) => {
      await opened(reader);
      await reader.page
        .getByRole("button", { name: reader.words["studio.preview"](), exact: true })
        .click();
      await reader.page.locator(".phone .block").first().waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-rarer",
    path: ({ changed, handedOut }) => `/office/courses/${changed}/lessons/${handedOut}`,
    reach: async ({ page, words }) => {
      await page.locator(".captions textarea").first().waitFor();
      await page.getByLabel(words["blockForms.link.href"]()).focus();
      await page.getByLabel(words["blockForms.term"]()).focus();
    },
  },
  {
    ...lesson,
    name: "studio-film",
    path: ({ changed, handedOut }) => `/office/courses/${changed}/lessons/${handedOut}`,
    reach: ({ page }) => page.locator(".captions textarea").first().waitFor(),
    sheet: {
      file: "lib/studio/ChooseMedia.svelte",
      opener: ({ page, words }) => button(page, words["studio.video.another"]()),
    },
    inside: async ({ page, words }) => {
      const input = page.locator("dialog[open] input[type=file]");
      await input.waitFor({ state: "attached" });
      const file = { name: "page.mp4", mimeType: "", buffer: Buffer.from("<html/>") };
      await input.setInputFiles(file);
      await page.getByText(words["media.fault.video"]()).waitFor();
    },
  },
  {
    ...lesson,
    name: "studio-preview-saving",
    reach: async (reader) => {
      const { page, words } = reader;
      await opened(reader);
      await page.getByRole("button", { name: words["studio.preview"](), exact: true }).click();
      await button(page, words["quality.preview.saver"]()).click();
      await button(page, words["quality.preview.offline"]()).click();
      await page.locator(".phone.offline .block").first().waitFor();
    },
  },
  {
    ...course,
    name: "studio-quality",
    reach: async ({ page, words }) => {
      await button(page, words["studio.quality"]()).click();
      await page.locator(".quality li").first().waitFor();
      await page.locator(".module li ul li").first().waitFor();
    },
  },
  { ...lessonIn("zgh"), name: "studio-translation", reach: opened },
  { ...lessonIn(AJAMI.language), name: "studio-translation-added", reach: opened },
  {
    ...course,
    name: "studio-languages",
    reach: async ({ page }) => {
      // One that is left out: its words are not asked for, and it is still offered.
      await page.getByRole("checkbox", { name: new RegExp(`^${WOLOF.name}`) }).uncheck();
      await settled(page);
    },
  },
  {
    ...lesson,
    name: "studio-of-another",
    who: () => staff.trainer.contact,
    reach: ({ page }) => page.locator(".frame").first().waitFor(),
  },
  {
    ...lesson,
    name: "studio-add",
    reach: opened,
    sheet: {
      file: "lib/studio/AddSheet.svelte",
      opener: ({ page, words }) => button(page, words["studio.add"]()).first(),
    },
  },
  ...["studio-acts", "studio-move"].map((name): Entry => ({
    ...lesson,
    name,
    reach: opened,
    sheet: {
      file: "lib/studio/ActsSheet.svelte",
      opener: ({ page, words }) =>
        page.locator(".frame").first().getByRole("button", { name: words["studio.more"]() }),
    },
    inside:
      name === "studio-acts"
        ? undefined
        : ({ page, words }) => button(page.getByRole("dialog"), words["studio.move.to"]()).click(),
  })),
  {
    ...lesson,
    name: "studio-bin",
    reach: opened,
    sheet: {
      file: "lib/studio/BinSheet.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: words["studio.bin.title"]() }).first(),
    },
  },
  {
    ...lesson,
    name: "studio-choose-picture",
    reach: opened,
    sheet: {
      file: "lib/studio/ChooseMedia.svelte",
      opener: ({ page, words }) => button(page, words["studio.picture.another"]()).first(),
    },
  },
  ...["studio-talk", "studio-talk-mention", "studio-talk-edit"].map((name): Entry => ({
    ...lesson,
    name,
    reach: opened,
    sheet: {
      file: "lib/studio/talk/TalkSheet.svelte",
      opener: ({ page, words }) => button(page, words["talk.comments.open"]({ count: 2 })).first(),
    },
    inside: async (reader) => {
      const dialog = reader.page.getByRole("dialog");
      await dialog.locator("article").first().waitFor();
      await TALKING[name]?.(reader);
    },
  })),
  ...["studio-translation-back", "studio-translation-foreign"].map((name): Entry => ({
    ...lessonIn("zgh"),
    name,
    reach: opened,
    sheet: {
      file: "lib/studio/translate/TranslationSheet.svelte",
      opener: ({ page, words }) => button(page, words["studio.translator.back"]()),
    },
    inside:
      name === "studio-translation-back"
        ? undefined
        : async ({ page }) => {
            const file = { name: "page.xlf", mimeType: "", buffer: Buffer.from("<html/>") };
            await page.locator("dialog[open] input[type=file]").setInputFiles(file);
            await page.locator("dialog[open] [role=alert]").waitFor();
          },
  })),
  ...["studio-bring", "studio-bring-foreign", "studio-bring-look", "studio-bring-broken"].map(
    (name): Entry => ({
      ...course,
      name,
      reach: ({ page }) => page.locator(".module .handle").first().waitFor(),
      sheet: {
        file: "lib/studio/bring-in/BringSheet.svelte",
        opener: ({ page, words }) => button(page, words["studio.bring"]()),
      },
      inside: INSIDE_BRING[name],
      awaited: name === "studio-bring-broken" ? [{ status: 0, path: /\/arrangements$/ }] : [],
    }),
  ),
  { ...test, name: "studio-test", reach: listed },
  {
    ...test,
    name: "studio-test-figures",
    who: () => staff.trainer.contact,
    path: ({ oftenSat }) => `/office/courses/${oftenSat}/test`,
    reach: async ({ page }) => {
      for (const more of [page.locator("ol details"), page.locator("section details")])
        await more.locator("summary").first().click();
    },
  },
  ...corrections(),
  ...["studio-test-rules", "studio-test-rules-faults"].map((name): Entry => ({
    ...test,
    name,
    reach: listed,
    sheet: {
      file: "lib/studio/items/SittingRules.svelte",
      opener: ({ page, words }) => button(page, words["items.rules.change"]()),
    },
    inside:
      name === "studio-test-rules"
        ? undefined
        : async ({ page, words }) => {
            const sheet = page.getByRole("dialog");
            await sheet.getByLabel(words["items.rules.minutes"]()).fill("0");
            await button(sheet, words["items.rules.save"]()).click();
            await sheet.locator("[aria-invalid=true]").waitFor();
          },
  })),
  ...["studio-test-counts", "studio-test-counts-faults"].map((name): Entry => ({
    ...test,
    name,
    reach: listed,
    sheet: {
      file: "lib/grades/rules/GradingRules.svelte",
      opener: ({ page, words }) => button(page, words["grading.change"]()),
    },
    inside: async ({ page, words }) => {
      const sheet = page.getByRole("dialog");
      await button(sheet, words["grading.category.add"]()).click();
      await sheet.getByRole("checkbox").first().check();
      await sheet.getByRole("radio").nth(4).check();
      if (name === "studio-test-counts") {
        await sheet.getByLabel(words["grading.category.title"]()).fill("Atelier");
        await sheet.getByLabel(words["grading.least"]()).fill("50");
        return;
      }
      await button(sheet, words["grading.save"]()).click();
      await sheet.locator("[aria-invalid=true]").first().waitFor();
    },
  })),
  {
    ...test,
    name: "studio-test-question",
    reach: listed,
    sheet: {
      file: "lib/studio/items/ItemSheet.svelte",
      opener: ({ page, words }) => button(page, words["items.add"]()),
    },
    inside: async ({ page, words }) => {
      await button(page.getByRole("dialog"), words["items.save"]()).click();
      await page.locator("dialog[open] [aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...test,
    name: "studio-test-shows",
    reach: listed,
    sheet: {
      file: "lib/studio/items/ItemSheet.svelte",
      opener: ({ page, words }) =>
        page
          .locator("ol.items > li")
          .first()
          .getByRole("button", { name: `${words["items.open"]()}: ` }),
    },
    inside: async ({ page, words }) => {
      const dialog = page.locator("dialog[open]");
      await button(dialog, words["competency.pick.choose"]()).click();
      await dialog.locator(".all label").first().waitFor();
    },
  },
  ...(["match", "cloze", "hotspot"] as const).map((kind, at): Entry => ({
    ...test,
    name: `studio-test-${kind}`,
    reach: listed,
    sheet: {
      file: "lib/studio/items/ItemSheet.svelte",
      // They were added last, in this order.
      opener: ({ page, words }) =>
        page
          .locator("ol.items > li")
          .nth(at - 3)
          .getByRole("button", { name: `${words["items.open"]()}: ` }),
    },
    inside:
      kind === "match"
        ? ({ page, words }) =>
            page.getByRole("button", { name: words["studio.question.kind"]() }).click()
        : undefined,
  })),
  {
    ...test,
    name: "studio-test-draw",
    reach: async (reader) => {
      await listed(reader);
      const { page, words } = reader;
      await page.getByRole("radio", { name: words["items.draw.some"]() }).check();
      await page.locator("form input[inputmode=numeric]").fill("3");
    },
  },
  ...formOf("studio-lesson-new", "lib/studio/LessonForm.svelte", ({ page, words }) =>
    page.getByRole("button", { name: words["studio.lesson.add"]() }).first(),
  ),
  ...formOf("studio-module-new", "lib/studio/ModuleForm.svelte", ({ page, words }) =>
    button(page, words["studio.module.add"]()),
  ),
  ...["studio-take-out", "studio-take-out-text"].map((name): Entry => ({
    ...course,
    name,
    reach: ({ page }) => page.locator(".module .handle").first().waitFor(),
    sheet: {
      file: "lib/studio/CourseOutline.svelte",
      opener: ({ page, words }) => button(page, words["studio.takeOut"]()),
    },
    inside:
      name === "studio-take-out"
        ? undefined
        : async ({ page, words }) => {
            const text = new RegExp(`^${RegExp.escape(words["making.out.text"]())}`);
            await page.locator("dialog[open]").getByRole("radio", { name: text }).check();
            await page.locator("dialog[open] select").waitFor();
          },
  })),
  {
    ...test,
    name: "studio-take-questions",
    reach: listed,
    sheet: {
      file: "lib/studio/items/TakeOut.svelte",
      opener: ({ page, words }) => button(page, words["items.takeOut"]()),
    },
    inside: ({ page, words }) =>
      page.locator("dialog[open]").getByText(words["making.questions.keys"]()).waitFor(),
  },
  {
    ...course,
    name: "studio-copy-into",
    reach: async ({ page, words }) => {
      const more = page.locator(".module").first().getByRole("button", { name: words["studio.more"]() }); // prettier-ignore
      await more.nth(1).click();
      await button(page.getByRole("dialog"), words["studio.copyInto"]()).click();
      await page
        .getByText(words["making.copy.course"]())
        .or(page.getByText(words["making.copy.none"]()))
        .waitFor();
    },
  },
  ...(["begin", "copy", "file"] as const).flatMap((way): Entry[] => {
    const entry: Entry = {
      name: `office-course-new-${way}`,
      route: "(office)/office/courses",
      who: author,
      path: () => "/office/courses",
      sheet: {
        file: "routes/(office)/office/courses/+page.svelte",
        opener: ({ page, words }) => button(page, words["office.course.new"]()),
      },
      inside: (reader) => begun(reader, way),
    };
    return [entry];
  }),
];

/** A new course in one of its ways, with what it has to object. */
async function begun({ page, words }: Reader, way: "begin" | "copy" | "file"): Promise<void> {
  const sheet = page.getByRole("dialog");
  await sheet.locator("fieldset input").first().waitFor();
  if (way === "file") {
    await sheet.getByRole("radio", { name: words["making.begin.file"]() }).check();
    const file = { name: "course.zip", mimeType: "", buffer: Buffer.from("<html/>") };
    await sheet.locator("input[type=file]").setInputFiles(file);
    await sheet.locator("[role=alert]").waitFor();
    return;
  }
  if (way === "copy")
    await sheet.getByRole("radio", { name: words["making.begin.copy"]() }).check();
  await sheet.locator("button[type=submit]").click();
  await sheet.locator("[aria-invalid=true]").first().waitFor();
}
/** What is done in the sheet of comments. */
const TALKING: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  "studio-talk-mention": async ({ page, words }) => {
    const dialog = page.getByRole("dialog");
    await button(dialog, words["talk.send"]()).click();
    await dialog.locator("[aria-invalid=true]").waitFor();
    await dialog.locator("textarea").last().click();
    await page.keyboard.type("@");
    await dialog.getByRole("option").first().waitFor();
  },
  "studio-talk-edit": async ({ page, words }) => {
    const dialog = page.getByRole("dialog");
    await dialog.locator("summary").first().click();
    await button(dialog, words["talk.edit"]()).first().click();
    await dialog.locator("textarea").first().waitFor();
  },
};

async function opened({ page }: Reader): Promise<void> {
  await page.locator(".frame .handle").first().waitFor();
  // What rarer blocks are written with comes behind the lesson, and moves what stands under it.
  await settled(page);
}

/** As it opens, and with what it has to object. */
function formOf(
  name: string,
  file: string,
  opener: NonNullable<Entry["sheet"]>["opener"],
): readonly Entry[] {
  const entry: Entry = {
    ...course,
    name,
    reach: ({ page }) => page.locator(".module .handle").first().waitFor(),
    sheet: { file, opener },
  };
  const inside = async ({ page }: Reader): Promise<void> => {
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.locator("dialog [aria-invalid=true]").first().waitFor();
  };
  return [entry, { ...entry, name: `${name}-faults`, inside }];
}
