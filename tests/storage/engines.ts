import { rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { openDynamo } from "@twiza/storage/dynamodb";
import { dynamoChanges } from "@twiza/storage/dynamodb-changes";
import { createTables } from "@twiza/storage/dynamodb-create-tables";
import type { Engine } from "@twiza/storage/engine";
import type { TableSpec } from "@twiza/storage/spec";
import { openSqlite } from "@twiza/storage/sqlite";
import { localClient, startDynamoDbLocal } from "./dynamodb-local.ts";

/** Every kind of projection, a stream and a ttl. */
export const things = {
  name: "things",
  stream: true,
  ttl: "expiresAt",
  indexes: [
    { name: "whole", key: { pk: "wholeKey", sk: "wholeSort" }, projection: "all" },
    { name: "keysOnly", key: { pk: "keysKey", sk: "keysSort" }, projection: "keys" },
    { name: "some", key: { pk: "someKey", sk: "someSort" }, projection: ["note", "body"] },
  ],
} as const satisfies TableSpec;
export const others: TableSpec = { name: "others", stream: false, indexes: [] };
export const specs: readonly TableSpec[] = [things, others];

export type Opened = { readonly engine: Engine; stop(): Promise<void> };

export function openEmbedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "twiza-storage-"));
  const engine = openSqlite({ file: join(folder, "store.sqlite"), tables: specs });
  const stop = async (): Promise<void> => {
    await engine.close();
    rmSync(folder, { recursive: true });
  };
  return Promise.resolve({ engine, stop });
}

const PREFIX = "twiza-test-";

/** The DynamoDB engine on a DynamoDB Local of its own. */
export async function openLocal(port: number): Promise<Opened & { endpoint: string }> {
  const local = await startDynamoDbLocal(port);
  const client = localClient(local.endpoint);
  await createTables(client, PREFIX, specs).catch(async (error: unknown) => {
    await local.stop();
    throw error;
  });
  const streams = new DynamoDBStreamsClient({
    endpoint: local.endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const changes = dynamoChanges({ client, streams, prefix: PREFIX });
  const engine = openDynamo({ client, prefix: PREFIX, tables: specs, changes });
  const stop = async (): Promise<void> => {
    streams.destroy();
    await engine.close();
    await local.stop();
  };
  return { engine, stop, endpoint: local.endpoint };
}

export const physicalName = (table: string): string => PREFIX + table;

let used = 0;
/** A partition that no other test has, short, since its length counts in sizes. */
export const freshPartition = (): string => `p${String((used += 1)).padStart(5, "0")}`;
