import { rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { openDynamo } from "@twiza/storage/dynamodb";
import { dynamoChanges } from "@twiza/storage/dynamodb-changes";
import { createTables } from "@twiza/storage/dynamodb-create-tables";
import type { Engine } from "@twiza/storage/engine";
import { openSqlite } from "@twiza/storage/sqlite";
import { inject } from "vitest";
import { localClient } from "./dynamodb-local.ts";
import { specs } from "./specs.ts";

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

/** The DynamoDB engine on DynamoDB Local, which keeps a store of its own for each region. */
export async function openLocal(region: string): Promise<Opened & { endpoint: string }> {
  const endpoint = inject("dynamoDb");
  const client = localClient(endpoint, { region });
  await createTables(client, PREFIX, specs);
  const streams = new DynamoDBStreamsClient({
    endpoint,
    region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const changes = dynamoChanges({ client, streams, prefix: PREFIX });
  const engine = openDynamo({ client, prefix: PREFIX, tables: specs, changes });
  const stop = async (): Promise<void> => {
    streams.destroy();
    await engine.close();
  };
  return { engine, stop, endpoint };
}

export const physicalName = (table: string): string => PREFIX + table;

let used = 0;
/** A partition that no other test has, short, since its length counts in sizes. */
export const freshPartition = (): string => `p${String((used += 1)).padStart(5, "0")}`;
