import type { Engine } from "@twiza/storage";
import type { Manifest } from "./manifest.ts";

/**
 * An engine that holds code to its manifest, as IAM holds a function in the cloud: reaching for a table that was not granted
 * throws by name, here already.
 */
export function within(
  engine: Engine,
  { name, tables }: Pick<Manifest, "name" | "tables">,
): Engine {
  const grants: Readonly<Record<string, string | undefined>> = tables;
  const allow = (table: string, writing: boolean): void => {
    const access = grants[table];
    if (access === "read-write" || (access === "read" && !writing)) return;
    throw new Error(
      `${name} may not ${writing ? "write" : "read"} the table ${table}: its manifest does not grant it`,
    );
  };
  return {
    ...engine,
    get: async (table, ...rest) => (allow(table, false), engine.get(table, ...rest)),
    batchGet: async (keys, ...rest) => {
      for (const { table } of keys) allow(table, false);
      return engine.batchGet(keys, ...rest);
    },
    query: async (table, ...rest) => (allow(table, false), engine.query(table, ...rest)),
    put: async (table, ...rest) => (allow(table, true), engine.put(table, ...rest)),
    delete: async (table, ...rest) => (allow(table, true), engine.delete(table, ...rest)),
    transact: async (ops, ...rest) => {
      for (const { op, ...of } of ops) allow("table" in of ? of.table : "", op !== "check");
      return engine.transact(ops, ...rest);
    },
  };
}
