import { QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { Engine, Query, SortRange } from "../engine.ts";
import { pageToken, type Position } from "../page-token.ts";
import { isAtEnd, planOf } from "../plan.ts";
import type { TableSpec } from "../../spec.ts";
import { type Attributes, itemOf, readUnits } from "./attributes.ts";
import { persist } from "./retry.ts";
import type { Reach } from "./transact.ts";

/** One page of a query. @throws {InvalidRead} @throws {InvalidPageToken} */
export async function query(
  { client, prefix, pace }: Reach,
  spec: TableSpec,
  asked: Query,
): Promise<Awaited<ReturnType<Engine["query"]>>> {
  const plan = planOf(spec, asked);
  const key = plan.index?.key ?? { pk: "pk", sk: "sk" };
  const command = new QueryCommand({
    TableName: prefix + spec.name,
    ...(plan.index && { IndexName: plan.index.name }),
    ...keyCondition(key, asked),
    ...(asked.limit !== undefined && { Limit: asked.limit }),
    ScanIndexForward: !asked.descending,
    ...(plan.after && { ExclusiveStartKey: startKey(key, asked.pk, plan.after) }),
    ConsistentRead: asked.consistent ?? false,
    ReturnConsumedCapacity: "TOTAL",
  });
  const reply = await persist(pace, () => client.send(command));
  const last = reply.LastEvaluatedKey && itemOf(reply.LastEvaluatedKey);
  return {
    items: (reply.Items ?? []).map(itemOf),
    ...(last && !isAtEnd(plan, asked, last.sk) ? { next: pageToken(last, plan.index) } : {}),
    capacity: readUnits(reply.ConsumedCapacity),
  };
}

function startKey(
  key: { readonly pk: string; readonly sk: string },
  partition: string,
  { isk, pk, sk }: Position,
): Attributes {
  if (isk === undefined || pk === undefined) return { pk: { S: partition }, sk: { S: sk } };
  return { [key.pk]: { S: partition }, [key.sk]: { S: isk }, pk: { S: pk }, sk: { S: sk } };
}

function keyCondition(
  key: { readonly pk: string; readonly sk: string },
  { pk, sk }: Query,
): Pick<
  QueryCommandInput,
  "KeyConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
> {
  const partition = { ":pk": { S: pk } };
  if (!sk)
    return {
      KeyConditionExpression: "#pk = :pk",
      ExpressionAttributeNames: { "#pk": key.pk },
      ExpressionAttributeValues: partition,
    };
  const [test, from, to] = sortTest(sk);
  return {
    KeyConditionExpression: `#pk = :pk AND ${test}`,
    ExpressionAttributeNames: { "#pk": key.pk, "#sk": key.sk },
    ExpressionAttributeValues: {
      ...partition,
      ":from": { S: from },
      ...(to !== undefined && { ":to": { S: to } }),
    },
  };
}

function sortTest(sk: SortRange): [test: string, from: string, to?: string] {
  if ("beginsWith" in sk) return ["begins_with(#sk, :from)", sk.beginsWith];
  if ("eq" in sk) return ["#sk = :from", sk.eq];
  if ("from" in sk) return ["#sk >= :from", sk.from];
  if ("to" in sk) return ["#sk <= :from", sk.to];
  return ["#sk BETWEEN :from AND :to", ...sk.between];
}
