import { staff } from "@twiza/content";
import type { DraftBlock } from "@twiza/contract";
import { weightIn } from "@twiza/contract/quality";
import type { Language } from "@twiza/contract/where";
import { formatBytes } from "@twiza/messages/format";
import { expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { comeIn, openSuite, overflow } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** The course of the second trainer, and the lesson of it at that place. */
async function courseOf(place: number) {
  const trainer = await suite.house.as(staff.secondTrainer.contact);
  const { courses } = await trainer.do("listCourses", { query: {} });
  const courseId = courses.find(({ title }) => title.en?.startsWith("Keep the cash"))?.id ?? "";
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const lessonId = outline.modules.flatMap(({ lessonIds }) => lessonIds)[place] ?? "";
  return { trainer, courseId, lessonId, path: `/office/courses/${courseId}` };
}

const paragraph = (text: string, href?: string): DraftBlock => ({
  kind: "text",
  doc: {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text, ...(href ? { marks: [{ type: "link", attrs: { href } }] } : {}) },
        ],
      },
    ],
  },
});

test("T12: what is not good is listed, its line leads into its block, and once it is mended it is gone", async () => {
  const { trainer, courseId, lessonId, path } = await courseOf(2);
  const words = wordsOf("fr");
  await trainer.do("saveDraftLesson", {
    params: { courseId, lessonId },
    body: {
      intentId: newIntent(),
      language: "fr",
      commands: [{ do: "add", key: "long", kind: "text", after: "" }],
      texts: [{ key: "long", base: 0, block: paragraph("Je note. ".repeat(40)) }],
    },
  });
  const page = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  await page.goto(path);
  await button(page, words["studio.quality"]()).click();
  const panel = page.locator(".quality");
  await panel.getByText(words["quality.unchecked"]()).waitFor();
  const told = words["quality.long_paragraph"]({ figure: 80, most: 60 });
  const line = panel.getByRole("link", { name: told });
  await line.click();
  await page.waitForURL(`**/lessons/${lessonId}?language=fr#long`);
  const inBlock = () => document.activeElement?.closest(".frame")?.id;
  // What a lesson is written with has to come first.
  await page.locator('[id="long"]').waitFor();
  await expect.poll(() => page.evaluate(inBlock)).toBe("long");
  await page.getByRole("button", { name: words["studio.preview"](), exact: true }).click();
  const remark = page.locator(".look").getByRole("button", { name: told });
  await remark.click();
  await expect.poll(() => page.evaluate(inBlock)).toBe("long");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Je note tout.");
  await expect.poll(() => remark.count()).toBe(0);
  await page.locator(".status.saved", { hasText: words["studio.saved"]() }).waitFor();
  await page.locator("main .back").click();
  // It is open again by itself, with what was found anew.
  await panel.getByText(words["quality.unchecked"]()).waitFor();
  await panel.locator("li").first().waitFor();
  await expect.poll(() => line.count()).toBe(0);
  expect(await overflow(page)).toBe(0);
});

test("T13, T4: the course and the preview say what a learner fetches, and show it as her phone does: language, data saver, no network", async () => {
  const { trainer, courseId, lessonId, path } = await courseOf(0);
  const words = wordsOf("fr");
  const { lesson } = await trainer.do("readDraftLesson", {
    params: { courseId, lessonId },
    query: { language: "fr" },
  });
  await trainer.do("saveDraftLesson", {
    params: { courseId, lessonId },
    body: {
      intentId: newIntent(),
      language: "fr",
      commands: [{ do: "add", key: "away", kind: "text", after: lesson.places[0]?.key ?? "" }],
      texts: [{ key: "away", base: 0, block: paragraph("Plus loin", "https://odco.gov.ma") }],
    },
  });
  const { lessons } = await trainer.do("reviewDraft", {
    params: { courseId },
    query: { lessons: lessonId },
  });
  const files = lessons[0]?.files ?? [];
  const weight = (language: Language) => {
    const { whole, silent } = weightIn(files, new Set([lessonId]), language);
    return { whole: formatBytes(whole, "fr"), silent: formatBytes(silent, "fr") };
  };
  const page = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  await page.goto(path);
  await button(page, words["studio.quality"]()).click();
  const row = page.locator(`li[data-slot="${lessonId}"]`);
  await row.getByText(weight("fr").whole).first().waitFor();

  await page.goto(`${path}/lessons/${lessonId}`);
  await page.locator("[data-slots] .frame").first().waitFor();
  await page.getByRole("button", { name: words["studio.preview"](), exact: true }).click();
  const look = page.locator(".look");
  const phone = look.locator(".phone");
  await look.getByText(weight("fr").whole).first().waitFor();
  expect(await phone.getAttribute("lang")).toBe("fr");
  await look.getByRole("radio", { name: "العربية" }).check();
  await phone
    .getByText(/\p{Script=Arabic}{3}/u)
    .first()
    .waitFor();
  // A block of it is not translated yet: she reads all of it in the source, and the page says so.
  await look.getByText(words["quality.preview.partial"]()).waitFor();
  expect(await phone.getAttribute("dir")).toBe("rtl");
  await look.getByRole("radio", { name: "Français" }).check();

  await button(look, words["quality.preview.saver"]()).click();
  await look.getByText(words["quality.preview.saver.how"]()).waitFor();
  expect(await phone.evaluate((it) => getComputedStyle(it).fontFamily)).toMatch(/^system-ui/);
  expect(await look.locator(".notes strong").innerText()).toBe(weight("fr").silent);
  await button(look, words["quality.preview.offline"]()).click();
  await look.getByText(words["quality.preview.offline.silent"]()).waitFor();
  await look.getByText(words["quality.preview.offline.links"]({ count: 1 })).waitFor();
  expect(await overflow(page)).toBe(0);
});
