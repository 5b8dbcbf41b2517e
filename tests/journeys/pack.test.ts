import { createHash } from "node:crypto";
import { learners } from "@twiza/content";
import { PackIndex } from "@twiza/contract";
import { LANGUAGES } from "@twiza/contract/where";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse } from "../house/house.ts";

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

it("no answer key of a graded item is in any file of a pack", async () => {
  const learner = await house.as(learners.beginner.contact);
  const { enrolments } = await learner.do("listEnrolments", {});
  const params = { courseId: enrolments[0]?.courseId ?? "" };
  const intentId = "0190d6b6-0000-7000-8000-000000000001";
  const { items } = await learner.do("startAttempt", { params, body: { intentId } });
  const all = (await packs()).flatMap(({ files }) => files.map(({ hash }) => hash));
  const texts = await Promise.all(all.map(async (hash) => Buffer.from(await bytesOf(hash))));
  expect(items.length).toBeGreaterThan(0);
  for (const { id } of items)
    expect(
      texts.some((text) => text.includes(id)),
      id,
    ).toBe(false);
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
