import type { Change, Condition, Item, Key, Op, Query, SortRange } from "@twiza/storage/engine";
import { isDeepStrictEqual } from "node:util";
import { specs } from "./specs.ts";

/** What the port promises, said as plainly as possible: items in a map, every question a filter over all of them. */
export function openModel() {
  const items = new Map<string, Item>();
  const feed: Omit<Change, "id">[] = [];
  const find = (table: string, { pk, sk }: Key) => items.get(JSON.stringify([table, pk, sk]));

  const write = (op: Op): void => {
    if (op.op === "check") return;
    const key = op.op === "put" ? { pk: op.item.pk, sk: op.item.sk } : op.key;
    const before = find(op.table, key);
    const after = op.op === "put" ? structuredClone(op.item) : undefined;
    const place = JSON.stringify([op.table, key.pk, key.sk]);
    if (after) items.set(place, after);
    else items.delete(place);
    if (op.table === "things" && !isDeepStrictEqual(before, after))
      feed.push({ key, ...(before && { before }), ...(after && { after }) });
  };

  return {
    feed,
    find,
    /** The positions of the operations that failed; empty when all were done. */
    transact: (ops: readonly Op[]): number[] => {
      const failed = ops.flatMap((op, index) =>
        holds(op.condition, find(op.table, op.op === "put" ? op.item : op.key)) ? [] : [index],
      );
      if (failed.length === 0) ops.forEach(write);
      return failed;
    },
    /** Everything that the query's pages hold together. */
    query: (table: string, { index, pk, sk, descending }: Query): Item[] => {
      const spec = specs.find(({ name }) => name === table);
      const { key, projection } = spec?.indexes.find(({ name }) => name === index) ?? {
        key: { pk: "pk", sk: "sk" },
        projection: "all" as const,
      };
      const rows = [...items]
        .filter(([place, item]) => place.startsWith(`["${table}",`) && item[key.pk] === pk)
        .map(([, item]) => item)
        .filter((item) => typeof item[key.sk] === "string" && inRange(sk, textIn(item, key.sk)))
        .sort((a, b) => compare(textIn(a, key.sk), textIn(b, key.sk)));
      if (descending) rows.reverse();
      if (projection === "all") return rows;
      const names = ["pk", "sk", key.pk, key.sk, ...(projection === "keys" ? [] : projection)];
      return rows.map((item) => only(item, names));
    },
  };
}

export type Model = ReturnType<typeof openModel>;

/** By the bytes of UTF-8, which is by code point, and not JavaScript's own order of UTF-16. */
export const compare = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

const textIn = (item: Item, name: string): string => {
  const text = item[name];
  return typeof text === "string" ? text : "";
};

function inRange(range: SortRange | undefined, sk: string): boolean {
  if (!range) return true;
  if ("beginsWith" in range) return sk.startsWith(range.beginsWith);
  if ("eq" in range) return sk === range.eq;
  if ("from" in range) return compare(sk, range.from) >= 0;
  if ("to" in range) return compare(sk, range.to) <= 0;
  return compare(sk, range.between[0]) >= 0 && compare(sk, range.between[1]) <= 0;
}

function holds(condition: Condition | undefined, item: Item | undefined): boolean {
  if (!condition) return true;
  if (condition.kind === "absent") return !item;
  if (condition.kind === "present") return item !== undefined;
  return item?.["revision"] === condition.is;
}

const only = (item: Item, names: readonly string[]): Item => ({
  pk: item.pk,
  sk: item.sk,
  ...Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name))),
});
