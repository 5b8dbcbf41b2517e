import { BANK_PARTS, BankIndexLine, BANK_LIMITS, type Item, ItemId } from "@twiza/contract";
import { staff } from "@twiza/content";
import { digest, found, readQuiz } from "@twiza/core";
import type { Engine } from "@twiza/storage";
import { metered } from "@twiza/storage/metered";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";

let house: House;
let trainer: Visitor;
let meter: ReturnType<typeof metered<Engine>>;
beforeAll(async () => {
  house = await openHouse({ observe: (engine) => (meter = metered(engine)) });
  trainer = await house.as(staff.trainer.contact);
  await house.server.worker.stop();
});
afterAll(() => house.close());

/** The seed's questions as often as it takes, each with words of its own: what is packed must not be packed for being the same. */
async function manyItems(count: number): Promise<Item[]> {
  const { deps } = house.server;
  const { courses } = await trainer.do("listCourses", { query: {} });
  const { organisationId = "" } = (await trainer.do("readMe", {})).memberships[0] ?? {};
  const quizzes = await Promise.all(
    courses.map(async ({ id }) => {
      const { value } = found(await deps.store.courses.byId(organisationId as never, id));
      return (await readQuiz(deps, value.draft.content.quiz)).items;
    }),
  );
  // A gap must stand in every language of its own text.
  const all = quizzes.flat().filter(({ question }) => question !== "cloze");
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const { voices: __, ...item } = found(all[at % all.length]);
      const name = await digest(String(at));
      // The words of another question in each language, and a number: few beginnings are the same.
      const other = (by: number) => found(all[(at * 7 + by * Math.floor(at / all.length)) % all.length]);
      const prompt = Object.fromEntries(
        Object.entries(item.prompt).map(([language, text], by) => [
          language,
          `${name.slice(by * 3, by * 3 + 4)} ${(other(by + 1).prompt[language] ?? text ?? "").split(" ").toSorted((a, b) => (name.codePointAt(a.length % 32) ?? 0) - (name.codePointAt(b.length % 32) ?? 0)).join(" ")}`,
        ]),
      );
      return { ...item, id: ItemId.parse(`itm_${name.slice(0, 32)}`), prompt };
    }),
  );
} // prettier-ignore

const lineAs = ({ id, question, prompt, competencies, difficulty }: Item, at: number) =>
  BankIndexLine.parse({
    ...{ id, question, competencies, difficulty, tags: [`t${at % 40}`] },
    prompt: Object.fromEntries(
      Object.entries(prompt).map(([language, text = ""]) => [
        language,
        Array.from(text).slice(0, BANK_LIMITS.excerpt).join(""),
      ]),
    ),
    changedAt: new Date(1_780_000_000_000 + at * 61_007).toISOString(),
  });

it("a bank of 5,000 questions is looked through by one query, and one more is written in one transaction of 3 items", async () => {
  const items = await manyItems(5000);
  const { organisationId = "" } = (await trainer.do("readMe", {})).memberships[0] ?? {};
  const all = items.map(lineAs);
  // As so many requests of a file leave it, at a hundredth of their time.
  for (let part = 0; part < BANK_PARTS; part += 1) {
    const ofOrganisation = { organisationId: organisationId as never, part };
    const kept = await house.server.deps.store.bank.part(ofOrganisation.organisationId, part);
    const lines = all.filter(({ id }) => Number.parseInt(id.slice(-2), 16) % BANK_PARTS === part);
    const value = { ...ofOrganisation, lines: [...(kept?.value.lines ?? []), ...lines] };
    const { bank } = house.server.deps.store;
    await house.server.deps.store.commit([bank.putPart(value, kept?.revision ?? "absent")]);
  }

  meter.calls.length = 0;
  const page = await trainer.do("listBank", { query: { words: "coopérative", kind: "choice" } });
  const queries = meter.calls.filter(
    ({ method, tables, capacity }) => method === "query" && tables.includes("courses") && capacity.read > 20,
  ); // prettier-ignore
  const units = queries.reduce((sum, { capacity }) => sum + capacity.read, 0);
  console.log(
    `bank: ${page.all} questions, ${queries.length} query, ${units} units, ${page.found} found`,
  );
  expect(page.all).toBeGreaterThanOrEqual(5000);
  expect(page.found).toBeGreaterThan(0);
  expect(page.lines.length).toBeLessThanOrEqual(50);
  expect(queries).toHaveLength(1);
  // A query ends at 1 MB, which is 128 units.
  expect(units).toBeLessThan(120);

  meter.calls.length = 0;
  const item = { ...found(items[0]), id: ItemId.parse(`itm_${"9".repeat(32)}`) };
  const body = { intentId: newIntent(), item, tags: ["neuf"] };
  await trainer.do("saveBankItem", { params: { itemId: item.id }, body });
  const written = meter.calls.filter(({ method }) => method === "transact");
  console.log(`bank: one more costs ${written.map(({ capacity }) => capacity.write).join()} units`);
  expect(written).toHaveLength(1);
  expect(written[0]?.capacity.write).toBeLessThan(80);
  const { lines } = await trainer.do("listBank", { query: { tag: "neuf" } });
  expect(lines.map(({ id }) => id)).toEqual([item.id]);
}, 120_000);
