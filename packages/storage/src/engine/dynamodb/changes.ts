import { type DynamoDBClient, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  type _Record as SdkRecord,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from "@aws-sdk/client-dynamodb-streams";
import { type Change, type Engine, InvalidRead } from "../engine.ts";
import { fromStreamRecord } from "./stream-record.ts";

export type DynamoChangesOptions = {
  readonly client: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly prefix: string;
};

/** The last sequence number read of each shard, `""` before the first, and which shards are read to their end. */
type Cursor = Record<string, { readonly last: string; readonly isDone: boolean }>;
type Reading = { readonly streams: DynamoDBStreamsClient; readonly arn: string };

const PAGE = 100;
/** An open shard may answer with nothing although more follows; after so many it is taken as read for now. */
const EMPTY_REPLIES = 5;

/**
 * The change feed read from DynamoDB Streams, for tools and tests; functions get their records from Lambda. A parent shard is
 * read to its end before its children, so that the changes of one item come in order.
 */
export function dynamoChanges({
  client,
  streams,
  prefix,
}: DynamoChangesOptions): Engine["changes"] {
  return async (table, after, limit = PAGE) => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: prefix + table }));
    const arn = Table?.LatestStreamArn;
    if (arn === undefined) throw new InvalidRead(`${table} has no stream`);
    const shards = await shardsOf({ streams, arn });
    const cursor = only(shards, parse(after));
    const records: Change[] = [];
    for (const shard of parentsFirst(shards)) {
      const { ShardId: id = "", ParentShardId: parent } = shard;
      const isAfterParent = parent === undefined || (cursor[parent]?.isDone ?? true);
      if (!isAfterParent || cursor[id]?.isDone || records.length >= limit) continue;
      const page = await readShard({ streams, arn }, shard, {
        last: cursor[id]?.last ?? "",
        limit: limit - records.length,
      });
      records.push(...page.records);
      cursor[id] = { last: page.last, isDone: page.isDone };
    }
    return { records, next: Buffer.from(JSON.stringify(cursor)).toString("base64url") };
  };
}

async function shardsOf({ streams, arn }: Reading): Promise<Shard[]> {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const command = new DescribeStreamCommand({
      StreamArn: arn,
      ...(last !== undefined && { ExclusiveStartShardId: last }),
    });
    const { StreamDescription } = await streams.send(command);
    shards.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last !== undefined);
  return shards;
}

/** Parents before children, whichever way the service lists them; a parent that is no longer listed has been trimmed. */
function parentsFirst(shards: readonly Shard[]): Shard[] {
  const byId = new Map(shards.map((shard) => [shard.ShardId, shard]));
  const depth = (shard: Shard): number => {
    const parent = byId.get(shard.ParentShardId);
    return parent ? depth(parent) + 1 : 0;
  };
  return shards.toSorted((a, b) => depth(a) - depth(b));
}

type ShardPage = { readonly records: Change[]; readonly last: string; readonly isDone: boolean };

async function readShard(
  { streams, arn }: Reading,
  { ShardId: id, SequenceNumberRange: range }: Shard,
  { last: from, limit }: { last: string; limit: number },
): Promise<ShardPage> {
  const start = new GetShardIteratorCommand({
    StreamArn: arn,
    ShardId: id,
    ...(from === ""
      ? { ShardIteratorType: "TRIM_HORIZON" as const }
      : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER" as const, SequenceNumber: from }),
  });
  const isClosed = range?.EndingSequenceNumber !== undefined;
  const records: SdkRecord[] = [];
  let iterator = (await streams.send(start)).ShardIterator;
  let empty = 0;
  while (iterator !== undefined && records.length < limit && (isClosed || empty < EMPTY_REPLIES)) {
    const reply = await streams.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: limit - records.length }),
    );
    records.push(...(reply.Records ?? []));
    empty = reply.Records?.length ? 0 : empty + 1;
    iterator = reply.NextShardIterator;
  }
  return {
    records: records.map(fromStreamRecord),
    last: records.at(-1)?.dynamodb?.SequenceNumber ?? from,
    isDone: iterator === undefined,
  };
}

/** Shards that were trimmed leave the cursor, so that it does not grow for ever. */
function only(shards: readonly Shard[], cursor: Cursor): Cursor {
  const listed = new Set(shards.map(({ ShardId }) => ShardId));
  return Object.fromEntries(Object.entries(cursor).filter(([id]) => listed.has(id)));
}

/** A cursor is made by `dynamoChanges` and kept by consumers of our own, never by clients. */
function parse(after: string | undefined): Cursor {
  if (after === undefined) return {};
  try {
    return JSON.parse(Buffer.from(after, "base64url").toString()) as Cursor;
  } catch {
    throw new InvalidRead("the cursor is not of this feed");
  }
}
