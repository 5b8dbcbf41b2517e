import { App, Stack, Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { cloud, EVERY_SETTING } from "./cloud.ts";

/** What AWS's own rules find and nobody has answered. Exports are named only at synth, and findings by exports. */
function findings(app: App): readonly string[] {
  app.synth();
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return violations.map(({ ruleName }) => ruleName);
}

describe("AWS's rules for good solutions (cdk-nag)", () => {
  it("find something in a careless bucket, so that silence means something", () => {
    const app = new App();
    const stack = new Stack(app, "careless");
    const bucket = new Bucket(stack, "bucket");
    expect(findings(app)).toEqual(["AwsSolutions-S1", "AwsSolutions-S10"]);
    Validations.of(bucket).acknowledge({ id: "AwsSolutions-S1", reason: "A trial." });
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual(["AwsSolutions-S10"]);
  });

  it("find nothing here without a written reason", () => {
    expect(findings(cloud().app)).toEqual([]);
  });

  it("find nothing either with a domain, a sender and an operator of one's own", () => {
    expect(findings(cloud(EVERY_SETTING).app)).toEqual([]);
  });
});
