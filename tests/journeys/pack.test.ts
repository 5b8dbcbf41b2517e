import { createHash } from "node:crypto";
import { learners, staff } from "@twiza/content";
import { type BankLine, type Item, Manifest, PackIndex } from "@twiza/contract";
import { bytesFor, mostBytes } from "@twiza/contract/pack-bytes";
import { filesOf, packWeightOf, weightOf } from "@twiza/contract/pack-choice";
import { AUDIO_LANGUAGES, LANGUAGES } from "@twiza/contract/where";
import { found, readQuiz } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse } from "../house/house.ts";
import { inJson, whysOf } from "./pack-keys.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const MOST_BYTES = 4_000_000;

const bytesOf = async (hash: string): Promise<Uint8Array> => {
  const response = await house.anyone.fetch(`/content/${hash}`);
  expect(response.status, hash).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};
async function packs(): Promise<readonly PackIndex[]> {
  const { courses } = await house.anyone.do("listCatalogue", {});
  const read = async (hash: string) =>
    PackIndex.parse(JSON.parse(new TextDecoder().decode(await bytesOf(hash))));
  return Promise.all(courses.map(({ pack }) => read(pack ?? "")));
}

it("a published course lists every file that a phone has to keep, each with its true weight and name", async () => {
  for (const { manifest, files } of await packs()) {
    for (const file of [manifest, ...files]) {
      const bytes = await bytesOf(file.hash);
      expect(bytes.length).toBe(file.bytes);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.hash);
    }
  }
});

/** Every graded item there is: those of all courses, drawn or not, and those of the question bank. */
async function gradedItems(): Promise<readonly Item[]> {
  const { deps } = house.server;
  const { courses } = await house.anyone.do("listCatalogue", {});
  const quizzes = courses.map(async ({ courseId }) => {
    const { entry } = found(await deps.store.courses.outline(courseId));
    return (await readQuiz(deps, entry.value.content.quiz)).items;
  });
  const trainer = await house.as(staff.trainer.contact);
  const banked: Item[] = [];
  let after: string | undefined;
  do {
    const { lines, next } = await trainer.do("listBank", { query: after ? { after } : {} });
    const read = ({ id }: BankLine) => trainer.do("readBankItem", { params: { itemId: id } });
    banked.push(...(await Promise.all(lines.map(read))).map(({ kept }) => kept.item));
    after = next;
  } while (after);
  expect(banked.length).toBeGreaterThan(0);
  return [...(await Promise.all(quizzes)).flat(), ...banked];
}

it("no graded item is in any file of a pack, drawn or not, and neither is what says why it is right", async () => {
  const items = await gradedItems();
  const whys = await whysOf(items);
  expect(whys.length).toBeGreaterThan(items.length);
  const all = (await packs()).flatMap(({ manifest, files }) => [manifest, ...files]);
  const texts = await Promise.all(
    all.map(async ({ hash }) => Buffer.from(await bytesOf(hash)).toString()),
  );
  // Practice in lessons knows its own answers: the search does see them.
  expect(texts.some((text) => text.includes('"right":true'))).toBe(true);
  const told = [...items.map(({ id }) => id), ...whys.map(inJson)];
  const leaked = told.filter((one) => texts.some((text) => text.includes(one)));
  expect(leaked).toEqual([]);
});

it("a whole course with its audio in one language fits in 4 MB", async () => {
  for (const { manifest, files } of await packs()) {
    for (const language of LANGUAGES) {
      const mine = files.filter(
        ({ languages, spoken }) =>
          languages.includes(language) || spoken.some((each) => each === language),
      );
      const bytes = mine.reduce((sum, file) => sum + file.bytes, manifest.bytes);
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    }
  }
});

it("the lists of courses tell what each weighs, as the list of its files says", async () => {
  const { courses } = await house.anyone.do("listCatalogue", {});
  const expected = (await packs()).map(packWeightOf);
  expect(courses.map(({ weight }) => weight)).toEqual(expected);
  expect(courses.some(({ weight }) => Object.keys(weight?.spoken ?? {}).length > 0)).toBe(true);
  const learner = await house.as(learners.underWay.contact);
  const { enrolments } = await learner.do("listEnrolments", {});
  expect(enrolments.length).toBeGreaterThan(0);
  for (const { courseId, minutes, weight } of enrolments) {
    const offered = courses.find((course) => course.courseId === courseId);
    expect({ minutes, weight }).toEqual({ minutes: offered?.minutes, weight: offered?.weight });
  }
});

it("a course that was published before courses were weighed is weighed from the list of its files", async () => {
  const { store } = house.server.deps;
  const { courses } = await house.anyone.do("listCatalogue", {});
  const { courseId, weight } = found(courses[0]);
  const { value, revision } = found(await store.courses.outline(courseId)).entry;
  const { weight: _, ...older } = value;
  await store.commit([store.courses.putEntry(older, revision)]);
  const outline = await house.anyone.do("readOutline", { params: { courseId } });
  expect(outline.course.weight).toEqual(weight);
});

it("the outline tells what each module weighs, and the manifest alone never less", async () => {
  for (const index of await packs()) {
    const { modules: weights } = await house.anyone.do("readOutline", { params: { courseId: index.courseId } }); // prettier-ignore
    const { modules } = Manifest.parse(
      JSON.parse(new TextDecoder().decode(await bytesOf(index.manifest.hash))),
    );
    expect(weights.length).toBe(modules.length);
    for (const [at, { lessons }] of modules.entries())
      for (const language of LANGUAGES)
        for (const audio of AUDIO_LANGUAGES) {
          const ids = new Set<string>(lessons.map(({ id }) => id));
          const choice = { languages: [language], spoken: [audio], audio: true };
          const mine = filesOf(index, choice).filter(({ lessonIds = [] }) =>
            lessonIds.some((id) => ids.has(id)),
          );
          const bytes = bytesFor(found(weights[at]), language, audio);
          expect(bytes).toBe(weightOf(mine));
          expect(mostBytes(lessons, language, audio)).toBeGreaterThanOrEqual(bytes);
          expect(mostBytes(lessons, language, audio)).toBeLessThan(bytes * 1.2);
        }
  }
});
