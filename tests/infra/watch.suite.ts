import { readFileSync } from "node:fs";
import { manifests } from "@twiza/functions/manifests";
import { tableList } from "@twiza/storage/tables";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cloud, printed, resources } from "./cloud.ts";

const { stacks } = cloud({ operatorEmail: "operator@twiza.example", monthlyBudgetUsd: "40" });
const watch = printed(stacks.watch);
const Alarm = z.looseObject({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()).min(1),
});
const alarms = resources(watch, "AWS::CloudWatch::Alarm").map(({ id, Properties }) => ({
  id,
  ...Alarm.parse(Properties),
}));

const runbook = readFileSync("docs/runbook.md", "utf8");
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = ""]) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-"),
);

describe("watching", () => {
  it("hears of a witness that refuses, from what the keeper of the log says", () => {
    const [said, ...more] = resources(watch, "AWS::Logs::MetricFilter");
    expect(more).toEqual([]);
    expect(said?.Properties).toMatchObject({ FilterPattern: '{ $.event = "witness refused" }' });
  });

  it.each(alarms.map((it) => [it.id, it.AlarmDescription]))(
    "%s says what people feel and where it is written what to do",
    (_, description) => {
      const [, impact = "", anchor = ""] =
        /^(.+\.) What to do: docs\/runbook\.md#([a-z-]+)$/.exec(description) ?? [];
      expect(impact.length).toBeGreaterThan(30);
      expect(headings).toContain(anchor);
    },
  );

  it("the runbook has no chapter that no alarm opens", () => {
    const opened = alarms.map(({ AlarmDescription }) => AlarmDescription.split("#")[1]);
    expect(headings.filter((it) => !opened.includes(it))).toEqual([]);
  });

  it("no function, no table and no dead letter is left unwatched", () => {
    const text = JSON.stringify(alarms);
    for (const { name } of manifests) expect(text).toContain(name.replaceAll("-", ""));
    for (const { name } of tableList) expect(text).toContain(`${name}table`);
    expect(text).toContain("ApproximateNumberOfMessagesVisible");
    expect(text).toContain("IteratorAge");
  });

  it("the operator hears of alarms and of the budget", () => {
    const [subscription] = resources(watch, "AWS::SNS::Subscription");
    expect(subscription?.Properties).toMatchObject({
      Protocol: "email",
      Endpoint: "operator@twiza.example",
    });
    const [budget] = resources(watch, "AWS::Budgets::Budget");
    expect(budget?.Properties).toMatchObject({
      Budget: { BudgetLimit: { Amount: 40, Unit: "USD" }, TimeUnit: "MONTHLY" },
    });
    expect(JSON.stringify(budget?.Properties)).toContain("operator@twiza.example");
  });
});
