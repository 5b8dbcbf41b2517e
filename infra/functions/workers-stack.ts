import type { StreamManifest } from "@twiza/functions/manifest";
import { dailyManifests, streamManifests } from "@twiza/functions/manifests";
import { Duration, RemovalPolicy, Stack, Validations, type StackProps } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, FilterCriteria, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { DataStack } from "../data/data-stack.ts";
import type { Surroundings } from "./grants.ts";
import { TwizaFunction, type ArtefactOf } from "./twiza-function.ts";

type Props = StackProps & {
  readonly data: DataStack;
  readonly surroundings: Surroundings;
  readonly artefactOf: ArtefactOf;
};

/** A worker, and the queue of records that it could not digest. */
export type Worker = { readonly function: TwizaFunction; readonly deadLetters: Queue };

/** What happens after the answer was given: consumers of the tables' change feeds. */
export class WorkersStack extends Stack {
  readonly workers: readonly Worker[];
  /** Those that follow nothing, and are called once a day. */
  readonly daily: readonly TwizaFunction[];

  constructor(scope: Construct, id: string, { data, surroundings, artefactOf, ...props }: Props) {
    super(scope, id, props);
    this.workers = streamManifests.map((manifest: StreamManifest) => {
      const artefact = artefactOf(manifest.name);
      const it = new TwizaFunction(this, { manifest, data, surroundings, artefact });
      const deadLetters = deadLetterQueue(it);
      consume(it, manifest.stream, { data, deadLetters });
      if (manifest.everyMinutes !== undefined) wake(it, Duration.minutes(manifest.everyMinutes));
      return { function: it, deadLetters };
    });
    this.daily = dailyManifests.map((manifest) => {
      const artefact = artefactOf(manifest.name);
      const it = new TwizaFunction(this, { manifest, data, surroundings, artefact });
      callAt(it, Schedule.cron({ minute: "0", hour: String(manifest.hour) }));
      return it;
    });
  }
}

/** Holds where a record lies in the feed, not the record, for SQS's longest time. */
function deadLetterQueue(scope: Construct): Queue {
  const queue = new Queue(scope, "dead-letters", {
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(queue).acknowledge({
    id: "AwsSolutions-SQS3",
    reason: "It is a dead-letter queue, of a change feed, which the rule does not see.",
  });
  return queue;
}

/** Rows of one kind: every other change is passed over by the feed itself, and costs no call. */
const ofEntity = (entity: string) =>
  FilterCriteria.filter({ dynamodb: { NewImage: { entity: { S: [entity] } } } });

/** Called at times too, whether anything changed or not. What fails then is tried again the next time. */
const wake = (it: TwizaFunction, every: Duration): void => {
  callAt(it, Schedule.rate(every));
};

function callAt({ lambda }: TwizaFunction, schedule: Schedule): void {
  new Rule(lambda, "times", { schedule }).addTarget(
    new LambdaFunction(lambda, { retryAttempts: 0 }),
  );
}

/** A batch that fails is halved until the bad record stands alone; it goes to the queue, and the others pass. */
function consume(
  { lambda, role }: TwizaFunction,
  { table, entity, batchSize, windowSeconds, retries }: StreamManifest["stream"],
  { data, deadLetters }: { readonly data: DataStack; readonly deadLetters: Queue },
): void {
  const stream = data.tableOf(table).table.tableStreamArn;
  if (stream === undefined) throw new Error(`The spec of table ${table} has no stream to consume.`);
  role.addToPolicy(
    new PolicyStatement({
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [stream],
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ["dynamodb:ListStreams"], resources: ["*"] }));
  Validations.of(role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::*]",
    reason: "ListStreams knows no resource; it tells names of streams and no record.",
  });
  new EventSourceMapping(lambda, "feed", {
    target: lambda,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize,
    maxBatchingWindow: Duration.seconds(windowSeconds),
    retryAttempts: retries,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    ...(entity === undefined ? {} : { filters: [ofEntity(entity)] }),
    onFailure: new SqsDlq(deadLetters),
  });
}
