import { randomUUID } from "node:crypto";
import {
  type DynamoDBClient,
  IdempotentParameterMismatchException,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { add, NOTHING } from "../capacity.ts";
import { type Capacity, type Condition, ConditionFailed, type Op, TokenReused } from "../engine.ts";
import { attributesOf, keyAttributes, transactionUnits } from "./attributes.ts";
import { type Pace, persist } from "./retry.ts";

export type Reach = {
  readonly client: DynamoDBClient;
  readonly prefix: string;
  readonly pace: Pace;
};

/**
 * All or nothing, once: every attempt, of the SDK and of ours, carries one token, so that an attempt whose answer was lost after
 * the commit is answered with success the next time instead of with a conflict with itself.
 * @throws {ConditionFailed} @throws {TokenReused}
 */
export async function transact(
  { client, prefix, pace }: Reach,
  ops: readonly Op[],
  token: string = randomUUID(),
): Promise<{ capacity: Capacity }> {
  const command = new TransactWriteItemsCommand({
    TransactItems: ops.map((op) => transactItem(prefix, op)),
    ClientRequestToken: token,
    ReturnConsumedCapacity: "TOTAL",
  });
  try {
    const { ConsumedCapacity = [] } = await persist(pace, () => client.send(command));
    return { capacity: ConsumedCapacity.map(transactionUnits).reduce(add, NOTHING) };
  } catch (error) {
    if (error instanceof IdempotentParameterMismatchException) throw new TokenReused();
    throw conditionFailed(error, ops) ?? error;
  }
}

/** The refusal in a cancelled transaction; `undefined` when it was cancelled for something else. */
function conditionFailed(error: unknown, ops: readonly Op[]): ConditionFailed | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const failed = (error.CancellationReasons ?? []).flatMap(({ Code }, index) => {
    const op = ops[index];
    return Code === "ConditionalCheckFailed" && op?.condition
      ? [{ index, table: op.table, condition: op.condition }]
      : [];
  });
  return failed.length > 0 ? new ConditionFailed(failed) : undefined;
}

function transactItem(prefix: string, op: Op): TransactWriteItem {
  const table = { TableName: prefix + op.table };
  if (op.op === "put")
    return { Put: { ...table, Item: attributesOf(op.item), ...expression(op.condition) } };
  const at = { ...table, Key: keyAttributes(op.key) };
  if (op.op === "delete") return { Delete: { ...at, ...expression(op.condition) } };
  return { ConditionCheck: { ...at, ...conditionExpression(op.condition) } };
}

const expression = (condition: Condition | undefined) =>
  condition ? conditionExpression(condition) : {};

function conditionExpression(condition: Condition) {
  if (condition.kind === "absent") return { ConditionExpression: "attribute_not_exists(pk)" };
  if (condition.kind === "present") return { ConditionExpression: "attribute_exists(pk)" };
  return {
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": { N: String(condition.is) } },
  };
}
