import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Engine, Item, Query } from "../engine.ts";
import { readCapacity } from "../capacity.ts";
import { entryOf } from "../index-entry.ts";
import { pageToken } from "../page-token.ts";
import { ABOVE_ALL, isAtEnd, type Plan, planOf } from "../plan.ts";
import { blob } from "./items.ts";
import { itemIn, number } from "./rows.ts";
import type { TableSpec } from "../../spec.ts";

/** DynamoDB ends a page with the item that brings it to 1 MB. */
const PAGE_BYTES = 1024 * 1024;

type Page = Awaited<ReturnType<Engine["query"]>>;
type Direction = "ASC" | "DESC";

const NOWHERE = Buffer.alloc(0);

/** Runs queries on prepared statements: table or index, up or down. */
export function queriesOf(database: DatabaseSync): (spec: TableSpec, query: Query) => Page {
  const table = {
    ASC: database.prepare(tableSql("ASC", ">")),
    DESC: database.prepare(tableSql("DESC", "<")),
  };
  const index = {
    ASC: database.prepare(indexSql("ASC", ">")),
    DESC: database.prepare(indexSql("DESC", "<")),
  };
  return (spec, query) => {
    const plan = planOf(spec, query);
    const direction = query.descending ? "DESC" : "ASC";
    return plan.index
      ? pageOf(index[direction].iterate(...indexArguments(spec, query, plan)), query, plan)
      : pageOf(table[direction].iterate(...tableArguments(spec, query, plan)), query, plan);
  };
}

const tableSql = (direction: Direction, beyond: string): string => `
  SELECT bytes, body FROM items
  WHERE tbl = ? AND pk = ? AND sk >= ? AND sk < ? AND sk ${beyond} ? ORDER BY sk ${direction}`;

/** Both `isk` bounds and the row comparison: the first lets SQLite seek, the second parts items of one sort key. */
const indexSql = (direction: Direction, beyond: string): string => `
  SELECT e.bytes AS bytes, i.body AS body
  FROM entries e JOIN items i ON i.tbl = e.tbl AND i.pk = e.pk AND i.sk = e.sk
  WHERE e.tbl = ? AND e.idx = ? AND e.ipk = ? AND e.isk >= ? AND e.isk < ?
    AND (e.isk, e.pk, e.sk) ${beyond} (?, ?, ?)
  ORDER BY e.isk ${direction}, e.pk ${direction}, e.sk ${direction}`;

/** A page without a token starts before, or going down after, everything. */
const edge = ({ descending }: Query): Buffer => (descending ? ABOVE_ALL : NOWHERE);

const tableArguments = ({ name }: TableSpec, query: Query, { range, after }: Plan) =>
  [name, blob(query.pk), range.from, range.below, after ? blob(after.sk) : edge(query)] as const;

function indexArguments({ name }: TableSpec, query: Query, { range, after }: Plan) {
  const from = after
    ? [blob(after.isk ?? ""), blob(after.pk ?? ""), blob(after.sk)]
    : [edge(query), NOWHERE, NOWHERE];
  return [name, query.index ?? "", blob(query.pk), range.from, range.below, ...from];
}

function pageOf(rows: ReturnType<StatementSync["iterate"]>, query: Query, plan: Plan): Page {
  const { index } = plan;
  const { limit = Infinity, consistent } = query;
  const items: Item[] = [];
  let bytes = 0;
  let more = false;
  for (const row of rows) {
    // Only a row that exists after a full page proves that there is more.
    if (bytes >= PAGE_BYTES) {
      more = true;
      break;
    }
    const item = itemIn(row);
    items.push(index ? (entryOf(index, item) ?? item) : item);
    bytes += number(row, "bytes");
    if (items.length < limit) continue;
    // DynamoDB stops at a limit without looking whether anything follows.
    more = true;
    break;
  }
  const last = items.at(-1);
  return {
    items,
    ...(more && last && !isAtEnd(plan, query, last.sk) ? { next: pageToken(last, index) } : {}),
    capacity: readCapacity(bytes, consistent),
  };
}
