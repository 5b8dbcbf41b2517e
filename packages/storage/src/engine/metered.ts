import type { Capacity, Engine } from "./engine.ts";

/** One call of the port: what a page of the product costs is the sum of these. */
export type Call = {
  readonly method: Exclude<keyof Engine, "close">;
  /** The tables that it touched, each once. */
  readonly tables: readonly string[];
  readonly capacity: Capacity;
};

/** An engine that also writes down each call that succeeded, in `calls`; empty the list between measurements. */
export function metered<E extends Engine>(engine: E): E & { readonly calls: Call[] } {
  const calls: Call[] = [];
  const note = async <R extends { readonly capacity: Capacity }>(
    method: Call["method"],
    tables: readonly string[],
    answer: Promise<R>,
  ): Promise<R> => {
    const reply = await answer;
    calls.push({ method, tables: [...new Set(tables)], capacity: reply.capacity });
    return reply;
  };
  const port: Omit<Engine, "changes" | "close"> = {
    get: (table, ...rest) => note("get", [table], engine.get(table, ...rest)),
    batchGet: (keys, options) => {
      const tables = keys.map(({ table }) => table);
      return note("batchGet", tables, engine.batchGet(keys, options));
    },
    query: (table, query) => note("query", [table], engine.query(table, query)),
    put: (table, ...rest) => note("put", [table], engine.put(table, ...rest)),
    delete: (table, ...rest) => note("delete", [table], engine.delete(table, ...rest)),
    transact: (ops, options) => {
      const tables = ops.map(({ table }) => table);
      return note("transact", tables, engine.transact(ops, options));
    },
  };
  return { ...engine, ...port, calls };
}
