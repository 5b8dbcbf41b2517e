import { staff } from "@twiza/content";
import { type DraftBlock, type Finding, Media } from "@twiza/contract";
import { weightIn } from "@twiza/contract/quality";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newLessonId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let courseId: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.secondTrainer.contact);
  const { courses } = await trainer.do("listCourses", {});
  courseId = found(courses.find(({ title }) => title.en?.startsWith("Keep the cash"))).id;
});
afterAll(() => house.close());

const review = (lessons?: string) =>
  trainer.do("reviewDraft", { params: { courseId }, query: lessons ? { lessons } : {} });
const codesOf = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ key, code, language }) =>
    code === "untranslated" ? [] : [[key, code, language].filter(Boolean).join(" ")],
  );
const compose = () =>
  trainer.do("composeDraft", { params: { courseId }, body: { intentId: newIntent() } });
const linked = (href: string): DraftBlock => ({
  kind: "text",
  doc: {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [{ type: "text", text: "Ici", marks: [{ type: "link", attrs: { href } }] }],
      },
    ],
  },
});
const picture = (bytes: number): DraftBlock => ({
  kind: "picture",
  alt: "Une caisse",
  media: Media.parse({ hash: "a".repeat(64), type: "image/webp", bytes }),
});

/** A lesson of one's own at the end of the first module, with blocks in French. */
async function lessonWith(blocks: Record<string, DraftBlock>): Promise<string> {
  const lessonId = newLessonId();
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const moduleId = found(outline.modules[0]).id;
  await trainer.do("arrangeDraft", {
    params: { courseId },
    body: {
      intentId: newIntent(),
      commands: [
        { do: "addLesson", id: lessonId, moduleId, title: { fr: "Une" }, template: "empty" },
      ],
    },
  });
  await write(lessonId, blocks, 0);
  return lessonId;
} // prettier-ignore

async function write(lessonId: string, blocks: Record<string, DraftBlock>, base: number) {
  const keys = Object.keys(blocks);
  await trainer.do("saveDraftLesson", {
    params: { courseId, lessonId },
    body: {
      intentId: newIntent(),
      language: "fr",
      commands:
        base > 0
          ? []
          : keys.map((key) => ({
              do: "add" as const,
              key,
              kind: found(blocks[key]).kind as "text",
              after: "",
            })),
      texts: keys.map((key) => ({ key, base, block: found(blocks[key]) })),
    },
  });
}

describe("a trainer looks at the quality of her course", () => {
  it("what was made badly is found with its block, and gone once it is mended; nothing is written by looking", async () => {
    const lessonId = await lessonWith({
      link: linked("https://localhost/a"),
      heavy: picture(90_000),
      void: { kind: "text", doc: { type: "doc", content: [{ type: "paragraph" }] } },
    });
    const before = await countWritten(house);
    const [first] = (await review(lessonId)).lessons;
    expect(await countWritten(house)).toEqual(before);
    expect(codesOf(first?.findings ?? []).sort()).toEqual([
      "heavy heavy_picture fr",
      "link dead_link fr",
      "void empty fr",
    ]);
    expect(first?.findings.find(({ code }) => code === "empty")?.blocks).toBe(true);
    await write(lessonId, { link: linked("https://odco.gov.ma") }, 1);
    const [again] = (await review(lessonId)).lessons;
    expect(codesOf(again?.findings ?? [])).not.toContain("link dead_link fr");
    await trainer.do("arrangeDraft", {
      params: { courseId },
      body: {
        intentId: newIntent(),
        commands: [{ do: "removeLesson", id: lessonId }],
      },
    });
  });

  it("lessons weigh what the files weigh that publishing would make of them", async () => {
    const desk = await trainer.do("readCourse", { params: { courseId } });
    const entries = desk.draft.modules.flatMap(({ lessons }) => lessons);
    const { lessons } = await review(entries.map(({ id }) => id).join(","));
    for (const { id, bodies } of entries) {
      const files = found(lessons.find(({ lessonId }) => lessonId === id)).files;
      for (const [language, body] of Object.entries(bodies)) {
        const kept = files.find(
          ({ kind, languages }) => kind === "lesson" && languages[0] === language,
        );
        expect(kept).toMatchObject({ hash: body?.hash, bytes: body?.bytes });
        const { whole } = weightIn(files, new Set([id]), language);
        expect(whole).toBeGreaterThanOrEqual((body?.bytes ?? 0) + (body?.mediaBytes ?? 0));
      }
    }
  });

  it("lessons that are gone are left out, and a course of another organisation is not found", async () => {
    expect((await review(newLessonId())).lessons).toEqual([]);
    const params = { courseId: `crs_${"0".repeat(32)}` };
    expect(await trainer.refused("reviewDraft", { params, query: {} })).toBe("not_found");
    const many = Array.from({ length: 11 }, newLessonId).join(",");
    const asked = { params: { courseId }, query: { lessons: many } };
    expect(await trainer.refused("reviewDraft", asked)).toBe("request.invalid");
  });

  it("a test that nobody can pass is told of, and keeps the course from being published", async () => {
    const { store, privateBlobs } = house.server.deps;
    const desk = await trainer.do("readCourse", { params: { courseId } });
    const organisationId = (await trainer.do("readMe", {})).organisationId;
    const kept = found(await store.courses.byId(organisationId as never, courseId as never));
    const quiz = { format: 1, items: [{ id: `itm_${"1".repeat(32)}`, question: "number", prompt: { fr: "Combien ?" }, options: [] }] }; // prettier-ignore
    const hash = await privateBlobs.put(
      new TextEncoder().encode(JSON.stringify(quiz)),
      "application/json",
    );
    const content = { ...kept.value.draft.content, quiz: hash };
    await store.commit([
      store.courses.put({ ...kept.value, draft: { ...kept.value.draft, content } }, kept.revision),
    ]);
    expect((await review()).test).toEqual([
      { code: "pass_unreachable", blocks: true, figure: desk.draft.passMarkPercent, most: 0 },
      { code: "no_number", item: 1, blocks: true },
    ]);
    const { faults, composedAt } = await compose();
    expect(composedAt).toBeUndefined();
    expect(faults[0]).toEqual({ code: "pass_unreachable", blocks: true });
    const body = { intentId: newIntent(), note: "Mieux." };
    expect(await trainer.refused("publishCourse", { params: { courseId }, body })).toBe(
      "course.unpassable",
    );
  });
});
