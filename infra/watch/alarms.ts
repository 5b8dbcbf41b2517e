import { Duration, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { MathExpression, Metric, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { pageRoutesOf } from "../functions/routes.ts";
import type { TwizaFunction } from "../functions/twiza-function.ts";
import type { Worker } from "../functions/workers-stack.ts";
import type { LaidOutTable } from "../data/data-stack.ts";

/** A heading of `docs/runbook.md`. */
type RunbookAnchor =
  | "the-api-fails"
  | "the-api-is-slow"
  | "sign-in-fails"
  | "verification-fails"
  | "a-function-crashes"
  | "a-function-is-throttled"
  | "certificates-are-late"
  | "a-certificate-was-not-written"
  | "figures-of-tests-are-late"
  | "erasing-stands-still"
  | "marking-anew-stands-still"
  | "the-log-stands-still"
  | "certificates-are-not-signed"
  | "issuing-to-a-group-stands-still"
  | "a-witness-refuses"
  | "reminders-are-not-sent"
  | "a-table-is-throttled";

/** An alarm as data. `impact` says what people feel, in one sentence, before anybody opens a console. */
export type AlarmSpec = {
  readonly id: string;
  readonly impact: string;
  readonly runbook: RunbookAnchor;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Five-minute periods that must be bad before anybody is woken. */
  readonly periods: number;
};

const PERIOD = Duration.minutes(5);

export function apiAlarms(api: HttpApi): readonly AlarmSpec[] {
  const dimensions = { ApiId: api.apiId };
  return [
    {
      id: "api-fails",
      impact: "Learners see an error and trainers cannot save: the API answers with failures.",
      runbook: "the-api-fails",
      metric: gatewayMetric("5xx", "Sum", dimensions),
      threshold: 5,
      periods: 2,
    },
    {
      id: "api-slow",
      impact: "Pages wait for more than three seconds for one person in twenty.",
      runbook: "the-api-is-slow",
      metric: gatewayMetric("Latency", "p95", dimensions),
      threshold: 3000,
      periods: 3,
    },
  ];
}

/** Pages whose failure stops a whole group of people, beginning with the page's path. */
const PAGE_ALARMS: readonly (Pick<AlarmSpec, "impact" | "runbook"> & { readonly path: string })[] =
  [
    {
      path: "/auth/",
      impact:
        "Nobody can sign in: whoever was signed out cannot learn, teach or send what she did offline.",
      runbook: "sign-in-fails",
    },
    {
      path: "/verify/",
      impact: "A buyer, a bank or an employer cannot check whether a certificate is true.",
      runbook: "verification-fails",
    },
  ];

export function pageAlarms(api: HttpApi, { manifest }: TwizaFunction): readonly AlarmSpec[] {
  if (manifest.kind !== "http") return [];
  return pageRoutesOf(manifest).flatMap((route) => {
    const [method = "", resource = ""] = route.split(" ");
    const alarm = PAGE_ALARMS.find(({ path }) => resource.startsWith(path));
    if (!alarm) return [];
    const dimensions = { ApiId: api.apiId, Stage: "$default", Method: method, Resource: resource };
    const metric = gatewayMetric("5xx", "Sum", dimensions);
    const { impact, runbook } = alarm;
    return [{ id: runbook, impact, runbook, metric, threshold: 3, periods: 1 }];
  });
}

export function functionAlarms({ manifest, lambda }: TwizaFunction): readonly AlarmSpec[] {
  const { name } = manifest;
  return [
    {
      id: `${name}-crashes`,
      impact: `Some requests to "${name}" end without an answer: the function crashed or ran out of time.`,
      runbook: "a-function-crashes",
      metric: lambda.metricErrors({ period: PERIOD, statistic: "Sum" }),
      threshold: 1,
      periods: 2,
    },
    {
      id: `${name}-throttled`,
      impact: `AWS turns requests to "${name}" away because too many run at once; phones try again later.`,
      runbook: "a-function-is-throttled",
      metric: lambda.metricThrottles({ period: PERIOD, statistic: "Sum" }),
      threshold: 1,
      periods: 2,
    },
  ];
}

/** What people notice of a worker that is late, or that has set a record aside. */
const OF_WORKERS = {
  "certificate-issuer": {
    late: {
      impact: "People who finished a course wait more than ten minutes for their certificate.",
      runbook: "certificates-are-late",
    },
    dead: {
      impact: "Somebody finished a course and her certificate was not written.",
      runbook: "a-certificate-was-not-written",
    },
  },
  "item-statistics": {
    late: {
      impact: "Trainers see figures of their tests that are more than ten minutes old.",
      runbook: "figures-of-tests-are-late",
    },
    dead: {
      impact: "A sitting is missing from the figures of a test. No learner notices.",
      runbook: "figures-of-tests-are-late",
    },
  },
  "batch-issuer": {
    late: {
      impact:
        "Issuing certificates to a whole group has not moved for more than ten minutes after it was begun.",
      runbook: "issuing-to-a-group-stands-still",
    },
    dead: {
      impact: "Issuing certificates to a whole group stands still: the rest of it waits.",
      runbook: "issuing-to-a-group-stands-still",
    },
  },
  eraser: {
    late: {
      impact:
        "Somebody who asked to be erased has been waiting for more than ten minutes for the rest of it; her name is gone already.",
      runbook: "erasing-stands-still",
    },
    dead: {
      impact: "Erasing somebody stands still: part of what she left is still there.",
      runbook: "erasing-stands-still",
    },
  },
  regrader: {
    late: {
      impact:
        "Results stay as a wrong question left them for more than ten minutes after it was corrected.",
      runbook: "marking-anew-stands-still",
    },
    dead: {
      impact:
        "Marking anew stands still: some learners keep the result that a wrong question gave them.",
      runbook: "marking-anew-stands-still",
    },
  },
  registrar: {
    late: {
      impact:
        "Certificates of the last ten minutes are not signed yet, or one that was revoked still reads as valid in its list.",
      runbook: "certificates-are-not-signed",
    },
    dead: {
      impact: "A certificate is not signed: its holder has the page alone, and no file to keep.",
      runbook: "certificates-are-not-signed",
    },
  },
  "log-keeper": {
    late: {
      impact:
        "Certificates of the last ten minutes are not in the public log yet: who checks one is told to wait.",
      runbook: "the-log-stands-still",
    },
    dead: {
      impact:
        "The public log stands still: new certificates cannot be proven from it, nor that one was revoked.",
      runbook: "the-log-stands-still",
    },
  },
} as const;
const isWorker = (name: string): name is keyof typeof OF_WORKERS => Object.hasOwn(OF_WORKERS, name);

/** @throws Error for a worker of which nobody has said what people notice when it fails */
export function workerAlarms(worker: Worker): readonly AlarmSpec[] {
  const { manifest, lambda } = worker.function;
  if (!isWorker(manifest.name)) throw new Error(`What do people notice of "${manifest.name}"?`);
  const { late, dead } = OF_WORKERS[manifest.name];
  return [
    {
      id: `${manifest.name}-late`,
      ...late,
      metric: lambda.metric("IteratorAge", { period: PERIOD, statistic: "Maximum" }),
      threshold: Duration.minutes(10).toMilliseconds(),
      periods: 1,
    },
    {
      id: `${manifest.name}-dead-letters`,
      ...dead,
      metric: worker.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: PERIOD,
        statistic: "Maximum",
      }),
      threshold: 1,
      periods: 1,
    },
  ];
}

/** What people notice of what happens once a day, when it fails. */
const OF_DAILY = {
  reminder: {
    impact: "People are not told that a certificate of theirs or of their learners ends soon.",
    runbook: "reminders-are-not-sent",
  },
} as const;
const isDaily = (name: string): name is keyof typeof OF_DAILY => Object.hasOwn(OF_DAILY, name);

/**
 * One failure rings: the next is a day away.
 * @throws Error for one of which nobody has said what people notice when it fails
 */
export function dailyAlarms({ manifest, lambda }: TwizaFunction): readonly AlarmSpec[] {
  if (!isDaily(manifest.name)) throw new Error(`What do people notice of "${manifest.name}"?`);
  return [
    {
      id: `${manifest.name}-failed`,
      ...OF_DAILY[manifest.name],
      metric: lambda.metricErrors({ period: PERIOD, statistic: "Sum" }),
      threshold: 1,
      periods: 1,
    },
  ];
}

/** What a worker says in its own log, where no number of AWS tells it. */
const SAID = [
  {
    worker: "log-keeper",
    words: "witness refused",
    id: "witness-refuses",
    impact:
      "Somebody outside says that the public log is not the one that they saw: checkpoints lack their line, and others may ask why.",
    runbook: "a-witness-refuses",
  },
] as const;

export const saidAlarms = (scope: Construct, { function: it }: Worker): readonly AlarmSpec[] =>
  SAID.filter(({ worker }) => worker === it.manifest.name).map(
    ({ words, id, impact, runbook }) => ({
      id,
      impact,
      runbook,
      metric: new MetricFilter(scope, `${id}-lines`, {
        logGroup: it.logGroup,
        filterPattern: FilterPattern.stringValue("$.event", "=", words),
        metricNamespace: "Twiza",
        metricName: `${Stack.of(scope).stackName}-${id}`,
        metricValue: "1",
      }).metric({ period: PERIOD, statistic: "Sum" }),
      threshold: 1,
      periods: 1,
    }),
  );

export function tableAlarm({ spec, table }: LaidOutTable): AlarmSpec {
  const events = (kind: "Read" | "Write") =>
    new Metric({
      namespace: "AWS/DynamoDB",
      metricName: `${kind}ThrottleEvents`,
      dimensionsMap: { TableName: table.tableName },
      statistic: "Sum",
      period: PERIOD,
    });
  return {
    id: `${spec.name}-table-throttled`,
    impact: `Reading or saving ${spec.name} is slow or refused for some people; nothing is lost, requests are tried again.`,
    runbook: "a-table-is-throttled",
    metric: new MathExpression({
      expression: "reads + writes",
      label: `${spec.name}: turned away`,
      usingMetrics: { reads: events("Read"), writes: events("Write") },
      period: PERIOD,
    }),
    threshold: 10,
    periods: 2,
  };
}

function gatewayMetric(
  metricName: string,
  statistic: string,
  dimensionsMap: Readonly<Record<string, string>>,
): Metric {
  return new Metric({
    namespace: "AWS/ApiGateway",
    metricName,
    statistic,
    dimensionsMap: { ...dimensionsMap },
    period: PERIOD,
  });
}
