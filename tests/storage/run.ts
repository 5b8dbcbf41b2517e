import fc from "fast-check";
import {
  type Capacity,
  ConditionFailed,
  type Engine,
  type Item,
  type Query,
} from "@twiza/storage/engine";
import type { Command } from "./arbitraries.ts";
import type { Model } from "./model.ts";
import { things } from "./specs.ts";

/** What a command came to, in the words that engines and model share. */
export type Outcome =
  | { readonly failed: readonly number[] }
  | { readonly items: readonly (Item | undefined)[] };

/** Runs a command; `costs` are the capacities of its calls in order (a query is a call a page). */
export async function runOn(
  engine: Engine,
  command: Command,
): Promise<{ outcome: Outcome; costs: Capacity[]; pages: number[] }> {
  const none: number[] = [];
  try {
    if (command.do === "query") return await allPages(engine, command.table, command.query);
    if (command.do === "get") {
      const { items, capacity } = await engine.batchGet(command.keys, command);
      return { outcome: { items }, costs: [capacity], pages: none };
    }
    const { capacity } = await write(engine, command);
    return { outcome: { failed: [] }, costs: [capacity], pages: none };
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    return { outcome: { failed: error.failed }, costs: [], pages: none };
  }
}

function write(engine: Engine, command: Extract<Command, { do: "write" | "transact" }>) {
  if (command.do === "transact") return engine.transact(command.ops);
  const { op } = command;
  return op.op === "put"
    ? engine.put(op.table, op.item, op.condition)
    : engine.delete(op.table, op.key, op.condition);
}

/** Follows `next` to the end. A last page may be empty: an engine need not look whether anything follows a full one. */
export async function allPages(engine: Engine, table: string, query: Query) {
  const items: Item[] = [];
  const costs: Capacity[] = [];
  const pages: number[] = [];
  let after: string | undefined;
  do {
    const page = await engine.query(table, { ...query, after });
    items.push(...page.items);
    pages.push(page.items.length);
    costs.push(page.capacity);
    after = page.next;
  } while (after !== undefined);
  if (pages.length > 1 && pages.at(-1) === 0) {
    pages.pop();
    costs.pop();
  }
  return { outcome: { items: inOrder(items, query) }, costs, pages };
}

export function runOnModel(model: Model, command: Command): Outcome {
  if (command.do === "query")
    return { items: inOrder(model.query(command.table, command.query), command.query) };
  if (command.do === "get")
    return { items: command.keys.map(({ table, key }) => model.find(table, key)) };
  return { failed: model.transact(command.do === "write" ? [command.op] : command.ops) };
}

const sortKeyOf = ({ index }: Query): string | undefined =>
  things.indexes.find(({ name }) => name === index)?.key.sk;

/** Whether two items of an answer may come in either order: then which of them lies on which page, and what a page costs, is open. */
export function isTied(command: Command, outcome: Outcome): boolean {
  const sk = command.do === "query" ? sortKeyOf(command.query) : undefined;
  if (sk === undefined || !("items" in outcome)) return false;
  const sorts = outcome.items.map((item) => item?.[sk]);
  return new Set(sorts).size < sorts.length;
}

/** Items of an index under one sort key come in any order; a stable sort of neighbours makes them comparable. */
function inOrder(items: readonly Item[], query: Query): Item[] {
  const sk = sortKeyOf(query);
  if (!sk) return [...items];
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0] && run[0][sk] === item[sk]) run.push(item);
    else runs.push([item]);
  }
  const place = ({ pk, sk: sort }: Item) => JSON.stringify([pk, sort]);
  return runs.flatMap((run) => run.sort((a, b) => (place(a) < place(b) ? -1 : 1)));
}

/** The generated commands name a root partition; each run gets its own. */
export const moved = <T>(of: T, root: string): T =>
  mapped(of, (text) => text.replace(/^ROOT/, root)) as T; // the same shape: only text within it changed

/** JSON and DynamoDB know one zero. */
export const withOneZero = (of: unknown): unknown => mapped(of, (text) => text);

function mapped(of: unknown, change: (text: string) => string): unknown {
  if (typeof of === "string") return change(of);
  if (of === 0) return 0;
  if (Array.isArray(of)) return of.map((each: unknown) => mapped(each, change));
  if (typeof of !== "object" || of === null || of instanceof Uint8Array) return of;
  return Object.fromEntries(Object.entries(of).map(([name, each]) => [name, mapped(each, change)]));
}

/** How long and how often a property is tried. */
export const runs = (numRuns: number) => ({
  numRuns,
  plugins: [fc.interruptAfterTimeLimit(40_000)],
});
