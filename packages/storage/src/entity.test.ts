import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { ConditionFailed, type Engine, type Item } from "./engine/engine.ts";
import { openSqlite } from "./engine/sqlite/index.ts";
import { entity, type Kept, UnreadableItem } from "./entity.ts";
import type { TableSpec } from "./spec.ts";

const shelf = {
  name: "shelf",
  stream: false,
  ttl: "expiresAt",
  indexes: [{ name: "byOwner", key: { pk: "ownerKey", sk: "ownerSort" }, projection: "all" }],
} as const satisfies TableSpec;

const Book = z.strictObject({
  shelf: z.string(),
  title: z.string().min(1),
  owner: z.string().optional(),
  pages: z.int(),
  lentUntil: z.number().optional(),
});
const book = entity({
  name: "book",
  table: shelf,
  schema: Book,
  format: 1,
  key: ({ shelf: on, title }: { shelf: string; title: string }) => ({ pk: on, sk: title }),
  indexes: {
    byOwner: ({ owner, title }) => (owner === undefined ? undefined : { pk: owner, sk: title }),
  },
});
const value = { shelf: "a", title: "Le pain", pages: 90 };

async function withEngine(work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = openSqlite({ file: ":memory:", tables: [shelf] });
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
}

describe("an entity", () => {
  test("is read as it was written, with the revision to write it back at", () =>
    withEngine(async (engine) => {
      await engine.transact([book.put(value, { expected: "absent" })]);
      const kept = await book.get(engine, { shelf: "a", title: "Le pain" });
      expect(kept).toEqual({ value, revision: 1 });
      await engine.transact([book.put({ ...value, pages: 91 }, { expected: 1 })]);
      expect(await book.get(engine, value)).toEqual({
        value: { ...value, pages: 91 },
        revision: 2,
      });
    }));

  test("is never overwritten, removed or relied on at a revision that is past", () =>
    withEngine(async (engine) => {
      await engine.transact([book.put(value, { expected: "absent" })]);
      await engine.transact([book.put(value, { expected: 1 })]);
      for (const op of [
        book.put(value, { expected: 1 }),
        book.put(value, { expected: "absent" }),
        book.remove(value, { expected: 1 }),
        book.check(value, { expected: 1 }),
        book.check(value, { expected: "absent" }),
        book.check({ shelf: "a", title: "nowhere" }, { expected: "present" }),
      ])
        await expect(engine.transact([op])).rejects.toThrow(ConditionFailed);
      await engine.transact([book.check(value, { expected: 2 })]);
      await engine.transact([book.remove(value, { expected: "any" })]);
      expect(await book.get(engine, value)).toBeUndefined();
    }));

  test("is found by an index only while it has that index's keys", () =>
    withEngine(async (engine) => {
      const of = () => book.query(engine, { index: "byOwner", pk: "aicha" });
      await engine.transact([book.put({ ...value, owner: "aicha" }, { expected: "absent" })]);
      expect((await of()).values).toEqual([{ value: { ...value, owner: "aicha" }, revision: 1 }]);
      await engine.transact([book.put({ ...value, owner: undefined }, { expected: 1 })]);
      expect((await of()).values).toEqual([]);
      expect(await book.get(engine, value)).toEqual({ value, revision: 2 });
    }));

  test("goes on page by page", () =>
    withEngine(async (engine) => {
      for (const title of ["1", "2", "3"])
        await engine.transact([book.put({ ...value, title }, { expected: "absent" })]);
      const first = await book.query(engine, { pk: "a", limit: 2 });
      const second = await book.query(engine, { pk: "a", limit: 2, after: first.next });
      const titles = [...first.values, ...second.values].map(({ value: { title } }) => title);
      expect(titles).toEqual(["1", "2", "3"]);
      expect(second.next).toBeUndefined();
    }));

  test("refuses on the way in what its schema refuses", () => {
    expect(() => book.put({ ...value, title: "" }, { expected: "absent" })).toThrow(z.ZodError);
    expect(() => book.put({ ...value, pages: 1.5 }, { expected: "absent" })).toThrow(z.ZodError);
  });

  test.each<[string, Partial<Item>]>([
    ["data that the schema refuses", { data: { shelf: "a", title: 3, pages: 1 } }],
    ["an unknown member", { data: { ...value, colour: "red" } }],
    ["another entity's item", { entity: "pen" }],
    ["a later format", { format: 2 }],
    ["no revision", { revision: "1" }],
  ])("reports %s as unreadable, not as the user's doing", (_what, broken) => {
    const whole: Item = { pk: "a", sk: "b", entity: "book", format: 1, revision: 1, data: value };
    expect(book.read(whole)).toEqual({ value, revision: 1 });
    expect(() => book.read({ ...whole, ...broken } as Item)).toThrow(UnreadableItem); // a shape from outside
    expect(book.is(whole)).toBe(true);
    expect(book.is({ pk: "a", sk: "b", entity: "pen" })).toBe(false);
  });

  test("of an old format is read in today's, step by step", () => {
    const today = entity({
      name: "book",
      table: shelf,
      schema: z.strictObject({ title: z.string(), leaves: z.int(), tongue: z.string() }),
      format: 3,
      upcasts: {
        1: (data) => ({ title: field(data, "title"), leaves: Number(field(data, "pages")) / 2 }),
        2: (data) => ({ title: field(data, "title"), leaves: field(data, "leaves"), tongue: "fr" }),
      },
      key: ({ title }: { title: string }) => ({ pk: "book", sk: title }),
    });
    const item = { pk: "b", sk: "c", entity: "book", revision: 7 };
    const first = { ...item, format: 1, data: { title: "t", pages: 90 } };
    const second = { ...item, format: 2, data: { title: "t", leaves: 45 } };
    const read = { value: { title: "t", leaves: 45, tongue: "fr" }, revision: 7 };
    expect(today.read(first)).toEqual(read);
    expect(today.read(second)).toEqual(read);
    expect(() => today.read({ ...first, format: 0 })).toThrow(UnreadableItem);
  });

  test("is stored with its ttl beside its data", () => {
    const loan = entity({
      name: "loan",
      table: shelf,
      schema: Book,
      format: 1,
      key: ({ title }: { title: string }) => ({ pk: "loan", sk: title }),
      expiresAt: ({ lentUntil = 0 }) => lentUntil,
    });
    expect(loan.put({ ...value, lentUntil: 1_800_000_000 }, { expected: 4 })).toEqual({
      op: "put",
      table: "shelf",
      item: {
        pk: "loan", sk: "Le pain", entity: "loan", format: 1, revision: 5, expiresAt: 1_800_000_000,
        data: { ...value, lentUntil: 1_800_000_000 },
      }, // prettier-ignore
      condition: { kind: "revision", is: 4 },
    });
  });
});

function field(data: unknown, name: string): string | number {
  const found = new Map(Object.entries(z.record(z.string(), z.union([z.string(), z.number()])).parse(data))).get(name); // prettier-ignore
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

test("an entity's types come from its schema, its key and its table", () => {
  type Book = z.output<typeof Book>;
  type Asked = Parameters<typeof book.query>[1]["index"];
  expectTypeOf<ReturnType<typeof book.read>>().toEqualTypeOf<Kept<Book>>();
  expectTypeOf<Parameters<typeof book.get>[1]>().toEqualTypeOf<{ shelf: string; title: string }>();
  expectTypeOf<Asked>().toEqualTypeOf<"byOwner" | undefined>();
  const _unkeyed = entity({
    name: "book",
    table: shelf,
    schema: Book,
    format: 1,
    key: (all) => ({ pk: all.shelf, sk: all.title }),
  });
  expectTypeOf<Parameters<typeof _unkeyed.key>[0]>().toEqualTypeOf<Book>();
  // @ts-expect-error the schema has no colour
  entity({ name: "book", table: shelf, schema: Book, format: 1, key: ({ colour }: { colour: string }) => ({ pk: colour, sk: colour }) }); // prettier-ignore
  // @ts-expect-error the table has no such index
  entity({ name: "book", table: shelf, schema: Book, format: 1, key: (all) => ({ pk: all.shelf, sk: all.title }), indexes: { byColour: () => undefined } }); // prettier-ignore
});
