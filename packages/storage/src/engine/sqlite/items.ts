import type { DatabaseSync } from "node:sqlite";
import type { Item, Key } from "../engine.ts";
import { entryOf, indexKeyOf } from "../index-entry.ts";
import { same } from "../plain.ts";
import { itemBytes } from "../size.ts";
import { itemIn, jsonOf } from "./rows.ts";
import type { IndexSpec, TableSpec } from "../../spec.ts";

/** Reads and replaces one item with all that follows: its index entries and its record in the feed. */
export type Items = {
  find(table: string, key: Key): Item | undefined;
  /** Within a transaction of the caller. */
  replace(spec: TableSpec, key: Key, images: { before?: Item; after?: Item }): void;
  addEntry(spec: TableSpec, index: IndexSpec, item: Item): void;
};

export function itemsOf(database: DatabaseSync): Items {
  const find = database.prepare("SELECT body FROM items WHERE tbl = ? AND pk = ? AND sk = ?");
  const put = database.prepare(
    `INSERT INTO items (tbl, pk, sk, bytes, expires, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET bytes = excluded.bytes, expires = excluded.expires, body = excluded.body`,
  );
  const remove = database.prepare("DELETE FROM items WHERE tbl = ? AND pk = ? AND sk = ?");
  const putEntry = database.prepare("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)");
  const removeEntry = database.prepare(
    "DELETE FROM entries WHERE tbl = ? AND idx = ? AND ipk = ? AND isk = ? AND pk = ? AND sk = ?",
  );
  const record = database.prepare(
    "INSERT INTO changes (tbl, pk, sk, before, after) VALUES (?, ?, ?, ?, ?)",
  );

  const place = ({ name }: TableSpec, index: IndexSpec, entry: Item) => {
    const { ipk, isk } = indexKeyOf(index, entry);
    return [name, index.name, blob(ipk), blob(isk), blob(entry.pk), blob(entry.sk)] as const;
  };
  const addEntry = (spec: TableSpec, index: IndexSpec, item: Item): void => {
    const entry = entryOf(index, item);
    if (entry) putEntry.run(...place(spec, index, entry), itemBytes(entry));
  };
  const dropEntry = (spec: TableSpec, index: IndexSpec, item: Item): void => {
    const entry = entryOf(index, item);
    if (entry) removeEntry.run(...place(spec, index, entry));
  };

  return {
    find: (table, { pk, sk }) => {
      const row = find.get(table, blob(pk), blob(sk));
      return row && itemIn(row);
    },
    addEntry,
    replace: (spec, key, { before, after }) => {
      // As in DynamoDB, writing what is already there is no change, and no consumer hears of it.
      if (same(before, after)) return;
      const at = [spec.name, blob(key.pk), blob(key.sk)] as const;
      const body = after ? jsonOf(after) : null;
      if (after && body) put.run(...at, itemBytes(after), expiryOf(spec, after), body);
      else remove.run(...at);
      for (const index of spec.indexes) {
        if (before) dropEntry(spec, index, before);
        if (after) addEntry(spec, index, after);
      }
      if (spec.stream) record.run(spec.name, key.pk, key.sk, before ? jsonOf(before) : null, body);
    },
  };
}

export const blob = (text: string): Buffer => Buffer.from(text);

function expiryOf({ ttl }: TableSpec, item: Item): number | null {
  const expires = ttl && item[ttl];
  return typeof expires === "number" ? expires : null;
}
