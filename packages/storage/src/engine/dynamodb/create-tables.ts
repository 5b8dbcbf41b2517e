import {
  type CreateTableCommandInput,
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { IndexSpec, TableSpec } from "../../spec.ts";

const MAX_WAIT_SECONDS = 60;

/** Makes the tables of the specs, for DynamoDB Local and trials; in an account CDK makes them, protected and backed up. */
export async function createTables(
  client: DynamoDBClient,
  prefix: string,
  specs: readonly TableSpec[],
): Promise<void> {
  for (const spec of specs) {
    const TableName = prefix + spec.name;
    await create(client, tableInput(TableName, spec));
    await waitUntilTableExists({ client, maxWaitTime: MAX_WAIT_SECONDS }, { TableName });
    if (spec.ttl) await expire(client, TableName, spec.ttl);
  }
}

/** Turning it on twice is an error to DynamoDB. */
async function expire(client: DynamoDBClient, TableName: string, ttl: string): Promise<void> {
  const { TimeToLiveDescription: now } = await client.send(
    new DescribeTimeToLiveCommand({ TableName }),
  );
  if (now?.AttributeName === ttl) return;
  const TimeToLiveSpecification = { AttributeName: ttl, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}

/** A table that is there already is what was wanted: an answer was lost, or somebody else made it. */
async function create(client: DynamoDBClient, input: CreateTableCommandInput): Promise<void> {
  try {
    await client.send(new CreateTableCommand(input));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

function tableInput(TableName: string, { indexes, stream }: TableSpec): CreateTableCommandInput {
  const names = new Set(["pk", "sk", ...indexes.flatMap(({ key }) => [key.pk, key.sk])]);
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: keySchema({ pk: "pk", sk: "sk" }),
    AttributeDefinitions: [...names].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S" as const,
    })),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.key),
        Projection: projection(index),
      })),
    }),
    ...(stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" as const },
    }),
  };
}

const keySchema = ({ pk, sk }: IndexSpec["key"]) => [
  { AttributeName: pk, KeyType: "HASH" as const },
  { AttributeName: sk, KeyType: "RANGE" as const },
];

function projection({ projection: of }: IndexSpec) {
  if (of === "all") return { ProjectionType: "ALL" as const };
  if (of === "keys") return { ProjectionType: "KEYS_ONLY" as const };
  return { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...of] };
}
