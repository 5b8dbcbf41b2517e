import type { Database, Tx } from "./database.ts";
import type { Key } from "./schema.ts";

type Row = { readonly key: Key; readonly value: unknown };

/** The same promises for as long as the page lives: where the browser forbids storage, what is done is still sent. */
export function memoryDatabase(): Database {
  let rows: ReadonlyMap<string, Row> = new Map();
  let last: Promise<unknown> = Promise.resolve();
  return {
    durable: false,
    run(_mode, _kinds, work) {
      // One at a time, on a copy: what throws has changed nothing.
      const mine = last.then(async () => {
        const copy = new Map(rows);
        const answer = await work(txOn(copy));
        rows = copy;
        return answer;
      });
      last = mine.catch(() => undefined);
      return mine;
    },
    close: () => undefined,
  };
}

function txOn(rows: Map<string, Row>): Tx {
  const name = (store: string, key: Key): string => JSON.stringify([store, ...key]);
  const under = (store: string, key: Key): Row[] => {
    const start = name(store, key).slice(0, -1);
    const found = [...rows].filter(([at]) => at === `${start}]` || at.startsWith(`${start},`));
    return found.map(([, row]) => row).sort((a, b) => compareKeys(a.key, b.key));
  };
  return {
    // What was put under a kind's key is of its type.
    get: async <T>({ store }: { store: string }, key: Key) =>
      structuredClone(rows.get(name(store, key))?.value) as T | undefined,
    put: async ({ store }, key, value) =>
      void rows.set(name(store, key), { key, value: structuredClone(value) }),
    async drop({ store }, key) {
      for (const row of under(store, key)) rows.delete(name(store, row.key));
    },
    async list<T>(
      { store }: { store: string },
      key: Key,
      { after, limit }: { after?: Key; limit?: number } = {},
    ) {
      const from = after
        ? under(store, key).filter((row) => compareKeys(row.key.slice(0, after.length), after) > 0)
        : under(store, key);
      // As above.
      return structuredClone(from.slice(0, limit).map(({ value }) => value)) as T[];
    },
    count: async ({ store }, key) => under(store, key).length,
  };
}

/** The order of the browser's own keys: part by part, numbers before texts, the shorter first. */
function compareKeys(a: Key, b: Key): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (one === other) continue;
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return a.length - b.length;
}
