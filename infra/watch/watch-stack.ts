import { Aws, Stack, type StackProps } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Alarm, AlarmWidget, Dashboard, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { DataStack } from "../data/data-stack.ts";
import type { TwizaFunction } from "../functions/twiza-function.ts";
import type { Worker } from "../functions/workers-stack.ts";
import type { Settings } from "../settings.ts";
import * as specs from "./alarms.ts";

type Props = StackProps & {
  readonly settings: Settings;
  readonly api: HttpApi;
  readonly functions: readonly TwizaFunction[];
  readonly workers: readonly Worker[];
  readonly daily: readonly TwizaFunction[];
  readonly data: DataStack;
};

/** Alarms, the one dashboard and the budget: how the operator hears of trouble before the learners call. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: Props) {
    super(scope, id, props);
    const topic = alarmTopic(this, settings);
    const alarms = alarmSpecs(this, props).map((spec) => alarm(this, spec, topic));
    dashboard(this, settings, alarms);
    budget(this, settings);
  }
}

function alarmSpecs(
  scope: Construct,
  { api, functions, workers, daily, data }: Omit<Props, "settings">,
) {
  return [
    ...specs.apiAlarms(api),
    ...functions.flatMap((it) => specs.pageAlarms(api, it)),
    ...[...functions, ...workers.map((it) => it.function)].flatMap(specs.functionAlarms),
    ...workers.flatMap(specs.workerAlarms),
    ...daily.flatMap(specs.dailyAlarms),
    ...workers.flatMap((it) => specs.saidAlarms(scope, it)),
    ...[...data.tables.values()].map(specs.tableAlarm),
  ];
}

function alarm(scope: Construct, spec: specs.AlarmSpec, topic: Topic): Alarm {
  const made = new Alarm(scope, spec.id, {
    alarmDescription: `${spec.impact} What to do: docs/runbook.md#${spec.runbook}`,
    metric: spec.metric,
    threshold: spec.threshold,
    evaluationPeriods: spec.periods,
    // Nobody asks anything at night: silence is no failure.
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  made.addAlarmAction(new SnsAction(topic));
  made.addOkAction(new SnsAction(topic));
  return made;
}

/** A policy of our own (TLS only) replaces the ready-made one, so CloudWatch must be let in by name. */
function alarmTopic(scope: Construct, { operatorEmail }: Settings): Topic {
  const topic = new Topic(scope, "alarms", { enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  if (operatorEmail) topic.addSubscription(new EmailSubscription(operatorEmail));
  return topic;
}

/** One picture for each alarm, in the order in which people feel it. */
function dashboard(scope: Construct, { deployment }: Settings, alarms: readonly Alarm[]): void {
  const board = new Dashboard(scope, "dashboard", { dashboardName: deployment });
  const widgets = alarms.map((it) => new AlarmWidget({ alarm: it, title: it.node.id, width: 8 }));
  board.addWidgets(...widgets);
}

/** Rings at four fifths of what was spent, and when the month looks like going over. */
function budget(scope: Construct, { deployment, monthlyBudgetUsd, operatorEmail }: Settings): void {
  const subscribers = operatorEmail
    ? [{ subscriptionType: "EMAIL", address: operatorEmail }]
    : undefined;
  const notice = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    notification: { notificationType, comparisonOperator: "GREATER_THAN", threshold },
    subscribers: subscribers ?? [],
  });
  new CfnBudget(scope, "budget", {
    budget: {
      budgetName: `${deployment} each month`,
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount: monthlyBudgetUsd, unit: "USD" },
    },
    ...(subscribers && {
      notificationsWithSubscribers: [notice("ACTUAL", 80), notice("FORECASTED", 100)],
    }),
  });
}
