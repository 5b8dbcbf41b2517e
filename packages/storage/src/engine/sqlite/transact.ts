import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { add, checkCapacity, NOTHING, repeatCapacity, writeCapacity } from "../capacity.ts";
import {
  type Capacity,
  type Condition,
  ConditionFailed,
  type FailedCondition,
  type Item,
  type Op,
  TokenReused,
} from "../engine.ts";
import { keyOf } from "../limits.ts";
import { isPlain } from "../plain.ts";
import type { Items } from "./items.ts";
import { text } from "./rows.ts";
import type { TableSpec } from "../../spec.ts";

/** As long as DynamoDB remembers a transaction's token. */
const TOKEN_MILLISECONDS = 10 * 60 * 1000;

type Found = { readonly op: Op; readonly before: Item | undefined };

/** Within a database transaction: checks every condition, then writes. @throws {ConditionFailed} */
export function apply(
  items: Items,
  specOf: (table: string) => TableSpec,
  ops: readonly Op[],
): Capacity {
  const found = ops.map((op): Found => ({ op, before: items.find(op.table, keyOf(op)) }));
  const failed = found.flatMap(({ op, before }, index): FailedCondition[] =>
    op.condition && !holds(op.condition, before)
      ? [{ index, table: op.table, condition: op.condition }]
      : [],
  );
  if (failed.length > 0) throw new ConditionFailed(failed);
  return found.map((each) => applyOne(items, specOf(each.op.table), each)).reduce(add, NOTHING);
}

function applyOne(items: Items, spec: TableSpec, { op, before }: Found): Capacity {
  if (op.op === "check") return checkCapacity(before);
  const after = op.op === "put" ? op.item : undefined;
  items.replace(spec, keyOf(op), { ...(before && { before }), ...(after && { after }) });
  return writeCapacity(spec, before, after);
}

function holds(condition: Condition, item: Item | undefined): boolean {
  if (condition.kind === "absent") return item === undefined;
  if (condition.kind === "present") return item !== undefined;
  return item?.["revision"] === condition.is;
}

/** Remembers the tokens of ten minutes in the transaction that they name. */
export function tokensOf(database: DatabaseSync) {
  const forget = database.prepare("DELETE FROM tokens WHERE at <= ?");
  const find = database.prepare("SELECT fingerprint FROM tokens WHERE token = ?");
  const keep = database.prepare("INSERT INTO tokens (token, fingerprint, at) VALUES (?, ?, ?)");
  return {
    /** Whether the same operations were done under this token; if not, they are from now on. @throws {TokenReused} */
    isRepeat: (token: string, ops: readonly Op[], now: number): boolean => {
      forget.run(now - TOKEN_MILLISECONDS);
      const fingerprint = fingerprintOf(ops);
      const known = find.get(token);
      if (!known) keep.run(token, fingerprint, now);
      else if (text(known, "fingerprint") !== fingerprint) throw new TokenReused();
      return known !== undefined;
    },
  };
}

/** What a repeated transaction costs: reading the items instead of writing them. */
export const repeated = (items: Items, ops: readonly Op[]): Capacity =>
  ops.map((op) => repeatCapacity(items.find(op.table, keyOf(op)))).reduce(add, NOTHING);

const fingerprintOf = (ops: readonly Op[]): string =>
  createHash("sha256").update(JSON.stringify(ops, sorted)).digest("base64");

/** The order in which attributes were written makes no other operation. */
const sorted = (_name: string, value: unknown): unknown =>
  isPlain(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
