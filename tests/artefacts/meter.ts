import { text } from "node:stream/consumers";
import type { Access } from "@twiza/functions/manifest";
import * as z from "zod";
import { listen, type Running } from "./listen.ts";

/** One request of a function to DynamoDB, with what DynamoDB says that it consumed. */
export type StoreCall = {
  readonly function: string;
  readonly operation: string;
  /** Items written, or checked in the same transaction; 0 for a read. */
  readonly items: number;
  readonly units: number;
  /** What it did to which tables, by their whole names. */
  readonly access: readonly { readonly table: string; readonly how: Access }[];
};

export type Meter = Running & { readonly calls: readonly StoreCall[] };

const Named = z.object({ TableName: z.string() });
const Asked = z.object({
  TableName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  TransactItems: z
    .array(z.object({ Put: Named, Delete: Named, ConditionCheck: Named }).partial())
    .optional(),
});
const Consumed = z.object({ CapacityUnits: z.number() });
const Answered = z.object({
  ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional(),
});

/** Stands between the functions and DynamoDB and writes down each call; a function is known by the first part of the path. */
export async function startMeter(port: number, dynamoDb: string): Promise<Meter> {
  const calls: StoreCall[] = [];
  const running = await listen(port, async (asked, answer) => {
    const body = await text(asked);
    const kept = Object.entries(asked.headers).filter(([name]) =>
      /^(authorization|content-type|x-amz)/.test(name),
    );
    const headers = kept.map(([name, value]): [string, string] => [name, String(value)]);
    const reply = await fetch(dynamoDb, { method: "POST", headers, body });
    const said = await reply.text();
    const operation = String(asked.headers["x-amz-target"]).split(".").at(-1) ?? "";
    if (reply.ok)
      calls.push({
        function: (asked.url ?? "").split("/")[1] ?? "",
        ...callOf(operation, body, said),
      });
    answer.writeHead(reply.status, {
      "content-type": reply.headers.get("content-type") ?? "",
      "x-amzn-requestid": reply.headers.get("x-amzn-requestid") ?? "",
    });
    answer.end(said);
  });
  return { ...running, calls };
}

function callOf(operation: string, body: string, said: string): Omit<StoreCall, "function"> {
  const { TableName, RequestItems = {}, TransactItems = [] } = Asked.parse(JSON.parse(body));
  const { ConsumedCapacity = [] } = Answered.parse(JSON.parse(said));
  const writes = operation === "PutItem" || operation === "DeleteItem";
  const tables = [...(TableName === undefined ? [] : [TableName]), ...Object.keys(RequestItems)];
  const inTransaction = TransactItems.flatMap(({ Put, Delete, ConditionCheck }) => [
    ...[Put, Delete].flatMap((it) =>
      it ? [{ table: it.TableName, how: "read-write" as const }] : [],
    ),
    ...(ConditionCheck ? [{ table: ConditionCheck.TableName, how: "read" as const }] : []),
  ]);
  return {
    operation,
    items: writes ? 1 : TransactItems.length,
    units: [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0),
    access: [
      ...tables.map((table) => ({
        table,
        how: writes ? ("read-write" as const) : ("read" as const),
      })),
      ...inTransaction,
    ],
  };
}
