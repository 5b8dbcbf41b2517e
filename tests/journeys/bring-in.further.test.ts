import { readFileSync } from "node:fs";
import { staff } from "@twiza/content";
import type { DraftBlock } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alreadyIn } from "../../web/src/lib/studio/bring-in/already.ts";
import { type Plan, planOf } from "../../web/src/lib/studio/bring-in/plan.ts";
import { bringIn, type Hands, takeBack } from "../../web/src/lib/studio/bring-in/run.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { bring, somePng } from "../house/pictures.ts";

let house: House;
let trainer: Visitor;
let courseId: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  const { courses } = await trainer.do("listCourses", {});
  courseId = found(courses.find(({ mayEdit }) => mayEdit)).id;
});
afterAll(() => house.close());

const said = (text: string): Extract<DraftBlock, { kind: "text" }> => ({
  kind: "text",
  doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
});
const picture = (alt: string, bytes: Uint8Array<ArrayBuffer>) =>
  ({ kind: "picture", bytes, type: "image/png", name: "image1.png", alt }) as const;
const well = new Uint8Array(somePng({ width: 30, height: 20 }));
type Lessons = Parameters<typeof planOf>[0]["lessons"];
const LESSONS: Lessons = [
  {
    title: "Le sel",
    blocks: [
      said("Peser."),
      picture("Un puits", well),
      { kind: "table", head: ["a"], numeric: [true], rows: [["1"]] },
    ],
  },
  { title: "", blocks: [picture("", well), said("Vendre.")] },
];

/** A document that nobody has brought in before. */
let documents = 0;
function newPlan(lessons: Lessons = LESSONS, into?: string): Plan {
  documents += 1;
  const fingerprint = documents.toString(16).padStart(64, "0");
  return planOf(
    { courseId, fingerprint, lessons },
    {
      language: "fr",
      round: 0,
      into: into === undefined ? { title: `Document ${documents}` } : { moduleId: into },
      lessons: lessons.map(({ title }) => ({ title, isTaken: true })),
    },
  );
}

/** The operations of the studio over HTTP, as its pages call them. */
function handsOf(visitor: Visitor): Hands {
  const params = { courseId };
  return {
    readDraft: () => visitor.do("readDraft", { params }),
    // Ids are branded by the server that reads them.
    arrange: (commands) => visitor.do("arrangeDraft", { params, body: { intentId: newIntent(), commands: commands as never } }), // prettier-ignore
    readLesson: (lessonId, language) =>
      visitor.do("readDraftLesson", { params: { courseId, lessonId }, query: { language } }),
    save: async (lessonId, { language, commands, texts }) => {
      const body = { intentId: newIntent(), language, commands: [...commands], texts: [...texts] };
      await visitor.do("saveDraftLesson", { params: { courseId, lessonId }, body });
    },
    upload: async ({ bytes, type }, { intentId, name, alt, language }) => {
      await bring(visitor, { house, intentId, type, bytes });
      const description = alt ? { kind: "words" as const, alt: { [language]: alt } } : undefined;
      const body = { intentId, name, ...(description && { description }) };
      return (await visitor.do("takeUpload", { body })).media;
    },
  };
}
const watch = () => ({ signal: new AbortController().signal, onStep: () => undefined });
const run = (plan: Plan, hands: Hands = handsOf(trainer)) => bringIn(plan, hands, watch());

/** Hands whose network goes at one request, before it arrives or after it was done. */
function failing(at: number, when: "before" | "after"): { hands: Hands; asked: () => number } {
  let asked = 0;
  const cut = <A extends unknown[], R>(act: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      asked += 1;
      const isCut = asked === at;
      if (isCut && when === "before") throw new Error("cut");
      const reply = await act(...given);
      if (isCut) throw new Error("cut");
      return reply;
    };
  };
  const { readDraft, arrange, readLesson, save, upload } = handsOf(trainer);
  const hands = { readDraft: cut(readDraft), arrange: cut(arrange), readLesson: cut(readLesson), save: cut(save), upload: cut(upload) }; // prettier-ignore
  return { hands, asked: () => asked };
}

/** All that a plan has made in the course, without the names that only this plan has. */
async function madeBy(plan: Plan) {
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const module = outline.modules.find(({ id }) => id === plan.module.id);
  return Promise.all(
    (module?.lessonIds ?? []).map(async (lessonId) => {
      const { lesson, words } = await trainer.do("readDraftLesson", {
        params: { courseId, lessonId },
        query: { language: "fr" },
      });
      const texts = words[0]?.texts ?? {};
      return {
        title: lesson.title,
        blocks: lesson.places.map(({ key, rev }) => ({ rev, text: texts[key] })),
        seconds: words[0]?.seconds ?? [],
      };
    }),
  );
}
const libraryCount = async (): Promise<number> => {
  const { items } = await trainer.do("listMedia", { query: {} });
  return items.filter(({ name }) => name === "image1.png").length;
};

describe("a document that is brought into a course", () => {
  it("is there as it was read: module, lessons, blocks in their order, and each picture once in the library with its words", async () => {
    const plan = newPlan();
    const before = await libraryCount();
    const came = await run(plan);
    expect(came).toMatchObject({ unopened: [], mute: 1, language: "fr" });
    expect(came.lessons.map(({ title }) => title)).toEqual(["Le sel", ""]);
    const [first, second] = await madeBy(plan);
    expect(first?.title).toEqual({ fr: "Le sel" });
    const kinds = first?.blocks.map(({ text }) => text?.block.kind);
    expect(kinds).toEqual(["text", "picture", "table"]);
    const shown = first?.blocks[1]?.text?.block;
    expect(shown).toMatchObject({ alt: "Un puits", media: { type: "image/webp" } });
    expect(second?.blocks[0]?.text?.block).toMatchObject({ ...shown, alt: "" });
    expect(await libraryCount()).toBe(before + 1);
    const { items } = await trainer.do("listMedia", { query: {} });
    expect(items[0]?.description).toEqual({ kind: "words", alt: { fr: "Un puits" } });
  });

  it("wherever the network goes, before or after a request, going on brings the rest and nothing twice", async () => {
    const whole = newPlan();
    const counted = failing(0, "before");
    await run(whole, counted.hands);
    const expected = await madeBy(whole);
    const requests = counted.asked();
    expect(requests).toBeGreaterThan(4);
    for (const when of ["before", "after"] as const)
      for (let at = 1; at <= requests; at += 1) {
        const plan = newPlan();
        const library = await libraryCount();
        await expect(run(plan, failing(at, when).hands)).rejects.toThrow("cut");
        await run(plan);
        await run(plan);
        expect(await madeBy(plan)).toEqual(expected);
        expect(await libraryCount()).toBe(library + 1);
      }
  });

  it("stopped, it writes nothing more", async () => {
    const plan = newPlan();
    const stopper = new AbortController();
    const hands = handsOf(trainer);
    const arrange: Hands["arrange"] = (acts) => hands.arrange(acts).finally(() => stopper.abort());
    const running = bringIn(plan, { ...hands, arrange }, { ...watch(), signal: stopper.signal });
    await expect(running).rejects.toThrow(/abort/i);
    expect((await madeBy(plan)).map(({ blocks }) => blocks)).toEqual([[], []]);
  });

  it("brought again by a colleague, it leaves what was changed meanwhile, and what was thrown away", async () => {
    const plan = newPlan();
    await run(plan);
    const [lesson] = plan.lessons;
    const [first, , third] = found(lesson).blocks;
    const params = { courseId, lessonId: found(lesson).id };
    await trainer.do("saveDraftLesson", {
      params,
      body: {
        intentId: newIntent(),
        language: "fr",
        commands: [{ do: "remove", key: found(third).key }],
        texts: [{ key: found(first).key, base: 1, block: said("Autrement.") }],
      },
    });
    const changed = await madeBy(plan);
    await run(plan, handsOf(await house.as(staff.administrator.contact)));
    expect(await madeBy(plan)).toEqual(changed);
  });

  it("into a module that is there, it comes behind its lessons and is taken back alone", async () => {
    const { outline } = await trainer.do("readDraft", { params: { courseId } });
    const [module] = outline.modules;
    const plan = newPlan(LESSONS, found(module).id);
    await run(plan);
    const lessonsNow = async () => {
      const draft = await trainer.do("readDraft", { params: { courseId } });
      return draft.outline.modules.find(({ id }) => id === module?.id)?.lessonIds;
    };
    expect(await lessonsNow()).toEqual([...found(module).lessonIds, ...plan.lessons.map(({ id }) => id)]); // prettier-ignore
    await takeBack(plan, handsOf(trainer));
    expect(await lessonsNow()).toEqual(module?.lessonIds);
  });

  it("taken back it lies in the bin as a whole, and the same document is brought anew under other names", async () => {
    const plan = newPlan();
    const document = { courseId, fingerprint: documents.toString(16).padStart(64, "0"), language: "fr" as const, count: 2 }; // prettier-ignore
    await run(plan);
    await takeBack(plan, handsOf(trainer));
    await takeBack(plan, handsOf(trainer));
    const draft = await trainer.do("readDraft", { params: { courseId } });
    expect(draft.outline.modules.some(({ id }) => id === plan.module.id)).toBe(false);
    const binned = draft.outline.bin.filter(
      (entry) => entry.kind === "module" && entry.module.id === plan.module.id,
    );
    expect(binned).toHaveLength(1);
    expect(alreadyIn(draft, document)).toEqual({ round: 1, free: 1, lessons: ["none", "none"] });
  });

  it("of every kind a block comes, and a recording lies in the library", async () => {
    const spoken = "packages/content/courses/keep-the-cash-book/media/07-to-the-year.fr.ogg";
    const bytes = new Uint8Array(readFileSync(spoken));
    const { doc } = said("Pourquoi ?");
    const options = [
      { id: "a", text: "Oui", right: true },
      { id: "b", text: "Non", right: false },
    ];
    const blocks: Lessons[number]["blocks"] = [
      { kind: "callout", tone: "tip", doc },
      { kind: "steps", steps: [doc, doc] },
      { kind: "question", question: "choice", prompt: doc, options },
      { kind: "audio", seconds: 2, transcript: "Bonjour.", recording: { bytes, type: "audio/ogg", name: "voix.ogg" } }, // prettier-ignore
      { kind: "audio", seconds: 0, transcript: "Personne ne l’a dit." },
    ];
    const plan = newPlan([{ title: "Tout", blocks }]);
    await run(plan);
    const [lesson] = await madeBy(plan);
    const made = lesson?.blocks.map(({ text }) => text?.block) ?? [];
    expect(made.slice(0, 3)).toEqual(blocks.slice(0, 3));
    expect(made[3]).toMatchObject({ transcript: "Bonjour.", media: { type: "audio/ogg" } });
    expect(made[4]).toEqual(blocks[4]);
  });

  it("of many lessons and of one that fills a lesson to its brim, all of it comes in its order", async () => {
    const full = Array.from({ length: 100 }, (_, at) => said(`${at} ${"ع".repeat(500)}`));
    const many = Array.from({ length: 24 }, (_, at) => ({
      title: `Leçon ${at}`,
      blocks: at === 3 ? full : [said(`${at}`)],
    }));
    const plan = newPlan(many);
    const steps: number[] = [];
    await bringIn(plan, handsOf(trainer), {
      ...watch(),
      onStep: ({ done, total }) => steps.push(done / total),
    });
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    const made = await madeBy(plan);
    expect(made.map(({ title }) => title.fr)).toEqual(many.map(({ title }) => title));
    expect(made[3]?.blocks.map(({ text }) => text?.block)).toEqual(full);
  });
});
