import { DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import type { StreamManifest } from "@twiza/functions/manifest";
import * as z from "zod";
import type { Lambda } from "./lambda.ts";

/** A record as Lambda hands it over; only what consumers and delivery look at. */
export const StreamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.enum(["INSERT", "MODIFY", "REMOVE"]),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    NewImage: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

const Failures = z.strictObject({
  batchItemFailures: z.array(z.strictObject({ itemIdentifier: z.string() })),
});

/** Every record that a table's stream holds, from the oldest, as JSON carries it to a function. */
export async function readStream(
  client: DynamoDBClient,
  streams: DynamoDBStreamsClient,
  table: string,
): Promise<StreamRecord[]> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  const arn = Table?.LatestStreamArn;
  const described = await streams.send(new DescribeStreamCommand({ StreamArn: arn }));
  const records: StreamRecord[] = [];
  for (const { ShardId } of described.StreamDescription?.Shards ?? []) {
    const start = { StreamArn: arn, ShardId, ShardIteratorType: "TRIM_HORIZON" as const };
    let iterator = (await streams.send(new GetShardIteratorCommand(start))).ShardIterator;
    while (iterator !== undefined) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }));
      if (!page.Records?.length) break;
      records.push(...page.Records.map((record) => wire(record, arn)));
      iterator = page.NextShardIterator;
    }
  }
  return records;
}

/** Lambda's JSON has moments in seconds, and says where a record comes from. */
const wire = (record: object, arn: string | undefined): StreamRecord =>
  StreamRecord.parse(
    JSON.parse(
      JSON.stringify({ ...record, eventSource: "aws:dynamodb", eventSourceARN: arn }),
      (name, value: unknown) =>
        name === "ApproximateCreationDateTime" ? Date.parse(String(value)) / 1000 : value,
    ),
  );

/**
 * Hands records to a function as its event source mapping does: in batches; what fails is tried again from the record named, in
 * halves until it stands alone, and after its last retry it is set aside.
 * @returns the records set aside, which go to the dead-letter queue, and how often the function was called
 */
export async function deliver(
  lambda: Lambda,
  records: readonly StreamRecord[],
  { batchSize, retries }: StreamManifest["stream"],
): Promise<{ dead: readonly StreamRecord[]; calls: number }> {
  const dead: StreamRecord[] = [];
  const waiting = batchesOf(records, batchSize);
  let calls = 0;
  let tried = 0;
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    calls += 1;
    const { batchItemFailures } = Failures.parse(await lambda.invoke({ Records: batch }));
    const [failed] = batchItemFailures;
    if (!failed) {
      tried = 0;
      continue;
    }
    const at = batch.findIndex((it) => it.dynamodb.SequenceNumber === failed.itemIdentifier);
    if (at < 0)
      throw new Error(`It names a record that it was not given: ${failed.itemIdentifier}`);
    const rest = batch.slice(at);
    const isAlone = rest.length === 1;
    const isSpent = isAlone && tried === retries;
    tried = isAlone && !isSpent ? tried + 1 : 0;
    if (isSpent) dead.push(...rest);
    else if (isAlone) waiting.unshift(rest);
    else waiting.unshift(...(at > 0 ? [rest] : batchesOf(rest, Math.ceil(rest.length / 2))));
  }
  return { dead, calls };
}

function batchesOf(records: readonly StreamRecord[], size: number): StreamRecord[][] {
  const count = Math.ceil(records.length / size);
  return Array.from({ length: count }, (_, at) => records.slice(at * size, (at + 1) * size));
}
