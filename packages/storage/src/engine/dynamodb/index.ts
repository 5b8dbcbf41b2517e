import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Engine, Item, Key, Op, ReadOptions } from "../engine.ts";
import { checkItem, checkKey, checkToken, checkTransaction, specFinder } from "../limits.ts";
import { attributesOf, itemOf, keyAttributes, readUnits, writeUnits } from "./attributes.ts";
import { batchGet } from "./batch-get.ts";
import { query } from "./query.ts";
import { persist } from "./retry.ts";
import { type Reach, transact } from "./transact.ts";
import type { TableSpec } from "../../spec.ts";

export { dynamoClient } from "./client.ts";
export { fromStreamRecord, type StreamRecord } from "./stream-record.ts";

export type DynamoOptions = {
  readonly client: DynamoDBClient;
  /** Before every table's name, so that many deployments share an account. */
  readonly prefix: string;
  readonly tables: readonly TableSpec[];
  /** Epoch milliseconds, to stop retrying in time. */
  readonly now?: () => number;
  /** From 0 up to 1, for the jitter between attempts. */
  readonly random?: () => number;
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Reads the streams where nothing else does; functions are handed their records instead. See `changes.ts`. */
  readonly changes?: Engine["changes"];
};

/** The engine over DynamoDB. Closing it closes the client. */
export function openDynamo(options: DynamoOptions): Engine {
  const { client, prefix, tables, changes = noChanges } = options;
  const { now = Date.now, random = Math.random, wait = sleep } = options;
  const specOf = specFinder(tables);
  const reach: Reach = { client, prefix, pace: { now, random, wait } };
  const conditionally = (op: Op) => {
    checkTransaction(specOf, [op]);
    return transact(reach, [op]);
  };
  return {
    get: async (table, key, read) => {
      checkKey(key);
      return get(reach, specOf(table), { key, read });
    },
    batchGet: async (keys, read) => {
      for (const { table, key } of keys) {
        specOf(table);
        checkKey(key);
      }
      return batchGet(reach, keys, read);
    },
    query: async (table, asked) => query(reach, specOf(table), asked),
    // A single conditional write whose answer is lost after the commit would meet itself on the next attempt and report a
    // conflict that never was. As a transaction it carries a token, at twice the units.
    put: async (table, item, condition) =>
      condition
        ? conditionally({ op: "put", table, item, condition })
        : put(reach, specOf(table), item),
    delete: async (table, key, condition) =>
      condition
        ? conditionally({ op: "delete", table, key, condition })
        : remove(reach, specOf(table), key),
    transact: async (ops, { token } = {}) => {
      checkToken(token);
      checkTransaction(specOf, ops);
      return transact(reach, ops, token);
    },
    changes,
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const noChanges: Engine["changes"] = () =>
  Promise.reject(new Error("this engine was opened without `changes`; streams hand out records"));

async function get(
  { client, prefix, pace }: Reach,
  { name }: TableSpec,
  { key, read }: { key: Key; read: ReadOptions | undefined },
) {
  const command = new GetItemCommand({
    TableName: prefix + name,
    Key: keyAttributes(key),
    ConsistentRead: read?.consistent ?? false,
    ReturnConsumedCapacity: "TOTAL",
  });
  const { Item, ConsumedCapacity } = await persist(pace, () => client.send(command));
  return { ...(Item && { item: itemOf(Item) }), capacity: readUnits(ConsumedCapacity) };
}

/** Harmless to repeat: the same whole item again. */
async function put({ client, prefix, pace }: Reach, spec: TableSpec, item: Item) {
  checkItem(spec, item);
  const command = new PutItemCommand({
    TableName: prefix + spec.name,
    Item: attributesOf(item),
    ReturnConsumedCapacity: "TOTAL",
  });
  const { ConsumedCapacity } = await persist(pace, () => client.send(command));
  return { capacity: writeUnits(ConsumedCapacity) };
}

async function remove({ client, prefix, pace }: Reach, { name }: TableSpec, key: Key) {
  checkKey(key);
  const command = new DeleteItemCommand({
    TableName: prefix + name,
    Key: keyAttributes(key),
    ReturnConsumedCapacity: "TOTAL",
  });
  const { ConsumedCapacity } = await persist(pace, () => client.send(command));
  return { capacity: writeUnits(ConsumedCapacity) };
}
