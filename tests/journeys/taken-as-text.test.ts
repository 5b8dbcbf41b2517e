import { staff } from "@twiza/content";
import { type ContentLanguage, type DraftBlock, LANGUAGES } from "@twiza/contract";
import { found } from "@twiza/core";
import { draftOf, readChecklist } from "@twiza/exchange/checklist";
import { packMarkdown, readMarkdownFile } from "@twiza/exchange/markdown";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Outside } from "../../web/src/lib/studio/making/outside.ts";
import { textsOf } from "../../web/src/lib/studio/making/take-text.ts";
import { sourceOf } from "../../packages/exchange/src/source.ts";
import { openZip } from "../../packages/exchange/src/zip/open-zip.ts";
import { checklistOf, putChecklist } from "../house/checklists.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { addLanguage, WOLOF, writeIn } from "../house/other-language.ts";

let house: House;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

const outside = (): Pick<Outside, "call" | "content"> => ({
  // The visitor's own signature is the client's but for reading, which makes no difference here.
  call: ((...asked: Parameters<Visitor["do"]>) =>
    trainer.do(...asked)) as unknown as Outside["call"],
  content: async (hash) =>
    new Uint8Array(await (await house.anyone.fetch(`/content/${hash}`)).arrayBuffer()),
});

/** What comes back of a block; nothing of a drawing, which no reader takes, and of a recording its words. */
function told(block: object & { kind: string }): unknown {
  if (block.kind === "picture") return undefined;
  const { media: _, recording: __, ...rest } = block as Record<string, unknown>;
  // Options are called by their order in a text.
  return JSON.parse(JSON.stringify(rest, (name, value: unknown) => (name === "id" ? undefined : value))); // prettier-ignore
}

const wordsIn = async (
  place: { courseId: string; lessonId: string },
  language: ContentLanguage,
) => {
  const { lesson, words } = await trainer.do("readDraftLesson", { params: place, query: { language } }); // prettier-ignore
  const blocks = lesson.places.flatMap(({ key }): DraftBlock[] => {
    const block = words[0]?.texts[key]?.block;
    return block ? [block] : [];
  });
  return { title: lesson.title[language], blocks: blocks.map(told).filter(Boolean) };
};

it("every lesson of a course goes out as text and comes back word for word, in each of its languages", async () => {
  const { courses } = await trainer.do("listCourses", {});
  const courseId = courses.find(({ mayEdit }) => mayEdit)?.id ?? "";
  const draft = await trainer.do("readDraft", { params: { courseId } });
  const ids = draft.outline.modules.flatMap(({ lessonIds }) => lessonIds);
  for (const language of LANGUAGES) {
    const pack = await packMarkdown(await textsOf(outside(), { draft, language }));
    const reading = await readMarkdownFile(pack);
    const read = reading.lessons.map(({ title, blocks }) => ({
      title,
      blocks: blocks.map(told).filter(Boolean),
    }));
    const written = ids.map((lessonId) => wordsIn({ courseId, lessonId }, language));
    expect(read).toEqual(await Promise.all(written));
    expect(new Set(reading.report.filter(({ what }) => what !== "imported").map(({ code }) => code))).toEqual(new Set(["picture.type"])); // prettier-ignore
  }
  const [only = ""] = ids;
  const one = await textsOf(outside(), { draft, language: "fr", lessonId: only });
  expect(one.modules.flatMap(({ lessons }) => lessons).map(({ title }) => title)).toEqual([
    draft.lessons.find(({ id }) => id === only)?.title.fr,
  ]);
});

it("checklists go out beside the lessons in all their languages, each to be begun from again, and never come back as lessons", async () => {
  const { courses } = await trainer.do("listCourses", {});
  const { id: courseId } = found(courses.findLast(({ mayEdit }) => mayEdit));
  const draft = await trainer.do("readDraft", { params: { courseId } });
  const before = (await textsOf(outside(), { draft, language: "fr" })).modules;
  for (const title of ["Presser", "Trier"])
    await putChecklist(trainer, courseId, checklistOf(title));
  const texts = await textsOf(outside(), { draft, language: "fr" });
  const pack = await packMarkdown(texts);
  const { checklists } = await trainer.do("readChecklists", { params: { courseId } });
  const files = await openZip(await sourceOf(pack, { most: 1e9 }));
  const names = files.names.filter((name) => name.startsWith("checklists/"));
  expect(names).toEqual(["checklists/01-Presser.md", "checklists/02-Trier.md"]);
  for (const [at, name] of names.entries()) {
    const read = readChecklist(new TextDecoder().decode(await files.read(name)));
    const { id: _, ...written } = found(checklists[at]).checklist;
    expect("checklist" in read && draftOf(read.checklist)).toEqual(written);
  }
  const { lessons } = await readMarkdownFile(pack);
  expect(lessons).toHaveLength(before.flatMap((module) => module.lessons).length);
  const [only = ""] = draft.outline.modules.flatMap(({ lessonIds }) => lessonIds);
  expect(await textsOf(outside(), { draft, language: "fr", lessonId: only })).not.toHaveProperty("checklists"); // prettier-ignore
});

it("a lesson goes out in a language that a manager has added, and comes back word for word", async () => {
  const { courses } = await trainer.do("listCourses", {});
  const courseId = courses.find(({ mayEdit }) => mayEdit)?.id ?? "";
  await addLanguage(house, WOLOF);
  await writeIn(trainer, courseId, [WOLOF.language]);
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const lessonId = outline.modules[0]?.lessonIds[0] ?? "";
  const place = { courseId, lessonId };
  const { words } = await trainer.do("readDraftLesson", { params: place, query: { language: "fr" } }); // prettier-ignore
  const texts = Object.entries(words[0]?.texts ?? {}).map(([key, { block }]) => ({ key, base: 0, block })); // prettier-ignore
  const body = { intentId: newIntent(), language: WOLOF.language, commands: [], texts };
  await trainer.do("saveDraftLesson", { params: place, body });
  const draft = await trainer.do("readDraft", { params: { courseId } });
  const pack = await textsOf(outside(), { draft, language: WOLOF.language, lessonId });
  const { lessons } = await readMarkdownFile(await packMarkdown(pack));
  expect(lessons.map(({ title, blocks }) => ({ title, blocks: blocks.map(told).filter(Boolean) }))).toEqual([await wordsIn(place, WOLOF.language)]); // prettier-ignore
  expect(lessons[0]?.blocks.length).toBeGreaterThan(2);
});
