import { settingsOf } from "@twiza/infra/settings";
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { cloud, EVERY_SETTING, printed, resources } from "./cloud.ts";

const read = (context: Record<string, string>) => settingsOf(new App({ context }).node);

describe("settings of a deployment", () => {
  it("need not be given", () => {
    expect(read({})).toEqual({
      deployment: "twiza",
      monthlyBudgetUsd: 25,
      witnesses: "none",
    });
  });

  it("are refused by name", () => {
    expect(() => read({ "twiza:operatorEmail": "nobody" })).toThrow(/operatorEmail/);
    expect(() => read({ "twiza:deployment": "Twiza!" })).toThrow(/deployment/);
  });

  it("take a domain only with its certificate", () => {
    expect(() => read({ "twiza:domainName": "twiza.example" })).toThrow(/certificateArn/);
  });

  it("let two deployments share an account: no name of one is a name of the other", () => {
    const named = ({ stacks }: ReturnType<typeof cloud>) =>
      Object.values(stacks)
        .flatMap((stack) => resources(printed(stack)))
        .flatMap(({ Properties }) => [
          Properties["TableName"],
          Properties["DashboardName"],
          Properties["BudgetName"],
          Properties["FunctionName"],
          Properties["BucketName"],
        ])
        .filter((name) => typeof name === "string");
    const north = named(cloud(EVERY_SETTING));
    expect(north.length).toBeGreaterThan(4);
    expect(named(cloud()).filter((name) => north.includes(name))).toEqual([]);
  });

  it("a domain of one's own is what functions and Cognito call home", () => {
    const { stacks } = cloud(EVERY_SETTING);
    const [client] = resources(printed(stacks.identity), "AWS::Cognito::UserPoolClient");
    expect(client?.Properties).toMatchObject({
      CallbackURLs: ["https://twiza.example/auth/callback"],
      GenerateSecret: false,
      AllowedOAuthFlows: ["code"],
    });
    const api = printed(stacks.api);
    const origins = resources(api, "AWS::Lambda::Function").map(({ Properties }) =>
      JSON.stringify(Properties["Environment"]),
    );
    for (const it of origins) expect(it).toContain('"TWIZA_ORIGIN":"https://twiza.example"');
  });
});
