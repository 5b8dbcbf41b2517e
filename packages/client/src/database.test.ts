import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Database, openDatabase } from "./database.ts";
import { memoryDatabase } from "./memory.ts";
import { PhoneFull } from "./phone-full.ts";
import { type Key, kind, type Migration, MIGRATIONS } from "./schema.ts";
import { testPhone } from "./testing/phone.ts";

const TEXTS = kind<string>("state");
const put = (database: Database, key: Key, value: string) =>
  database.run("write", [TEXTS], (tx) => tx.put(TEXTS, key, value));
const get = (database: Database, key: Key) =>
  database.run("read", [TEXTS], (tx) => tx.get(TEXTS, key));
const list = (database: Database, under: Key, page?: { after?: Key; limit?: number }) =>
  database.run("read", [TEXTS], (tx) => tx.list(TEXTS, under, page));

describe.each([
  ["the browser's database", () => testPhone().open().database],
  ["memory, where storage is forbidden", memoryDatabase],
])("%s", (_name, open) => {
  it("pages and counts what lies under the beginning of a key, in the order of its parts", async () => {
    const database = open();
    const keys = [
      ["a", 10],
      ["a", 9],
      ["a", 9, "x"],
      ["b", 1],
      ["a", "z"],
      ["ab", 1],
    ] as const;
    for (const key of keys) await put(database, key, key.join("."));
    expect(await list(database, ["a"])).toEqual(["a.9", "a.9.x", "a.10", "a.z"]);
    expect(await list(database, ["a"], { after: ["a", 9], limit: 1 })).toEqual(["a.10"]);
    const counted = await database.run("read", [TEXTS], (tx) => tx.count(TEXTS, ["a"]));
    expect(counted).toBe(4);
    await database.run("write", [TEXTS], (tx) => tx.drop(TEXTS, ["a", 9]));
    expect(await list(database, ["a"])).toEqual(["a.10", "a.z"]);
  });

  it("does all of a piece of work or nothing of it", async () => {
    const database = open();
    await put(database, ["a"], "before");
    const broken = database.run("write", [TEXTS], async (tx) => {
      await tx.put(TEXTS, ["a"], "after");
      throw new Error("cut");
    });
    await expect(broken).rejects.toThrow("cut");
    expect(await get(database, ["a"])).toBe("before");
  });

  it("lets two pieces of work that count the same thing both count", async () => {
    const database = open();
    const NUMBERS = kind<number>("meta");
    const add = () =>
      database.run("write", [NUMBERS], async (tx) =>
        tx.put(NUMBERS, ["n"], ((await tx.get(NUMBERS, ["n"])) ?? 0) + 1),
      );
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await database.run("read", [NUMBERS], (tx) => tx.get(NUMBERS, ["n"]))).toBe(20);
  });
});

it("memory keeps, orders, pages and forgets as the browser's database does", async () => {
  const part = fc.oneof(fc.constantFrom("a", "b", "ab", ""), fc.nat(11));
  const key = fc.array(part, { minLength: 1, maxLength: 3 });
  const act = fc.record({
    what: fc.constantFrom("put", "put", "drop", "list", "after", "count"),
    key,
    other: key,
    limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const two = [memoryDatabase(), testPhone().open().database] as const;
      for (const { what, key, other, limit } of acts) {
        const answers = two.map((database) =>
          database.run("write", [TEXTS], async (tx): Promise<unknown> => {
            const page = limit === undefined ? {} : { limit };
            if (what === "put") return tx.put(TEXTS, key, key.join("."));
            if (what === "drop") return tx.drop(TEXTS, key);
            if (what === "count") return tx.count(TEXTS, key);
            const after = { ...page, after: [...key, ...other] };
            return tx.list(TEXTS, key, what === "after" ? after : page);
          }),
        );
        const [memory, browser] = await Promise.all(answers);
        expect(memory).toEqual(browser);
      }
    }),
    { numRuns: 60 },
  );
});

describe("a browser that does not let things be kept", () => {
  const failing = (name: string) => () => {
    throw new DOMException("no", name);
  };
  it.each([
    ["has no database", () => undefined],
    ["forbids asking for it", failing("SecurityError")],
    [
      "forbids opening it",
      () => Object.assign(new IDBFactory(), { open: failing("InvalidStateError") }),
    ],
  ] as [string, () => IDBFactory | undefined][])(
    "%s: the visit goes on in memory, and says so",
    async (_how, factory) => {
      const database = openDatabase({ factory });
      await put(database, ["a"], "kept for now");
      expect(await get(database, ["a"])).toBe("kept for now");
      expect(database.durable).toBe(false);
    },
  );
});

describe("the phone's storage behind our back", () => {
  it("was cleared: the page goes on with an empty database that lasts", async () => {
    const phone = testPhone();
    const { database } = phone.open();
    await put(database, ["a"], "old");
    await new Promise((resolve, reject) => {
      const request = phone.storage.deleteDatabase("twiza");
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect(await get(database, ["a"])).toBeUndefined();
    await put(database, ["a"], "new");
    expect(database.durable).toBe(true);
    expect(await get(phone.open().database, ["a"])).toBe("new");
  });

  it("was closed in the middle of the visit: it is opened again", async () => {
    const phone = testPhone();
    const { database } = phone.open();
    await put(database, ["a"], "kept");
    database.close();
    expect(await get(database, ["a"])).toBe("kept");
  });

  it("cannot be reached any more: the error is told instead of tried for ever", async () => {
    const { database } = testPhone().open();
    const work = vi.fn(() => Promise.reject(new DOMException("gone", "UnknownError")));
    await expect(database.run("read", [TEXTS], work)).rejects.toThrow("gone");
    expect(work).toHaveBeenCalledTimes(2);
  });
});

describe("a full phone", () => {
  afterEach(() => vi.restoreAllMocks());
  it("is told of with what was needed and what is free, and nothing is half written", async () => {
    const estimate = async () => ({ quota: 5000, usage: 4400 });
    const { database } = testPhone().open({ estimate });
    await put(database, ["a"], "before");
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const full = await put(database, ["a"], "x".repeat(1000)).catch((error: unknown) => error);
    expect(full).toBeInstanceOf(PhoneFull);
    expect(full).toMatchObject({ needed: 1004, free: 600 });
    expect(await get(database, ["a"])).toBe("before");
  });
});

describe("versions of the database", () => {
  const louder: Migration = async ({ create, tx }) => {
    create("extra");
    for (const text of await tx.list(TEXTS, ["a"])) await tx.put(TEXTS, ["a", text], `${text}!`);
  };

  it("an older one is brought to this one with all that is in it", async () => {
    const phone = testPhone();
    const old = phone.open();
    await put(old.database, ["a", "word"], "word");
    old.database.close();
    const { database } = phone.open({ migrations: [...MIGRATIONS, louder] });
    expect(await get(database, ["a", "word"])).toBe("word!");
    expect(database.durable).toBe(true);
  });

  it("a step that fails leaves the older one whole", async () => {
    const phone = testPhone();
    await put(phone.open().database, ["a", "word"], "word");
    phone.close();
    const broken: Migration = async (upgrade) => {
      await louder(upgrade);
      throw new Error("broken");
    };
    const { database } = phone.open({ migrations: [...MIGRATIONS, broken] });
    expect(await get(database, ["a", "word"])).toBeUndefined();
    expect(database.durable).toBe(false);
    expect(await get(phone.open().database, ["a", "word"])).toBe("word");
  });

  it("a tab with an older one makes room at once, and loses nothing that it is still told", async () => {
    const phone = testPhone();
    const old = phone.open().database;
    await put(old, ["a"], "of the old tab");
    const young = phone.open({ migrations: [...MIGRATIONS, louder] }).database;
    expect(await get(young, ["a"])).toBe("of the old tab");
    await put(old, ["b"], "late");
    expect(await get(old, ["b"])).toBe("late");
    expect(old.durable).toBe(false);
  });
});
