import { operations } from "@twiza/contract/where";
import { environmentOf, RUNTIME_ENVIRONMENT, type StreamManifest } from "@twiza/functions/manifest";
import {
  dailyManifests,
  httpManifests,
  manifests,
  streamManifests,
} from "@twiza/functions/manifests";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cloud, plainly, printed, resources } from "./cloud.ts";

const { stacks } = cloud();
const all = Object.values(stacks).map(printed);
const api = printed(stacks.api);
const workers = printed(stacks.workers);

const Lambda = z.looseObject({
  Description: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const lambdas = [api, workers]
  .flatMap((it) => resources(it, "AWS::Lambda::Function"))
  .map(({ Properties }) => Lambda.parse(Properties));

const lambdaOf = (name: string) => {
  const it = lambdas.find(({ Description }) => Description === `Twiza ${name}`);
  if (!it) throw new Error(`No function is described as ${name}.`);
  return it;
};

const RouteKey = z.object({ RouteKey: z.string() });
const routeKeys = resources(api, "AWS::ApiGatewayV2::Route").map(
  ({ Properties }) => RouteKey.parse(Properties).RouteKey,
);

describe("functions", () => {
  it("has one function for each manifest and no other, so nothing of CDK's own runs in the account", () => {
    const names = all.flatMap((it) => resources(it, "AWS::Lambda::Function"));
    expect(names).toHaveLength(manifests.length);
    expect(lambdas).toHaveLength(manifests.length);
  });

  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s knows what its manifest says and nothing else",
    (name, manifest) => {
      const known = Object.keys(lambdaOf(name).Environment.Variables).sort();
      const runtime = Object.keys(RUNTIME_ENVIRONMENT);
      expect(known).toEqual([...environmentOf(manifest), ...runtime].sort());
    },
  );

  it("tells people the address that the browser sees and the issuer as Cognito tells it", () => {
    const { Variables } = lambdaOf("people").Environment;
    expect(plainly(Variables["TWIZA_ORIGIN"], all)).toBe("https://distribution");
    expect(Variables["TWIZA_TABLE_PREFIX"]).toBe("twiza-");
    expect(JSON.stringify(Variables["TWIZA_ISSUER_URL"])).toContain("ProviderURL");
    expect(plainly(Variables["TWIZA_CLIENT_ID"], all)).toBe("app");
  });

  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s runs the built artefact on Node 24, for ARM unless it holds machine code of another, with the memory and time of its manifest",
    (name, { memoryMb, timeoutSeconds, ...it }) => {
      expect(lambdaOf(name)).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["architecture" in it ? it.architecture : "arm64"],
        Handler: "index.handler",
        MemorySize: memoryMb,
        Timeout: timeoutSeconds,
      });
    },
  );

  it("keeps every log for three months and no longer", () => {
    const groups = all.flatMap((it) => resources(it, "AWS::Logs::LogGroup"));
    expect(groups).toHaveLength(manifests.length + 1);
    for (const { Properties } of groups) expect(Properties["RetentionInDays"]).toBe(90);
  });
});

describe("routes", () => {
  it("are the operations of the contract and the pages of the manifests", () => {
    const ofOperations = Object.values(operations).map(
      ({ method, path }) => `${method} ${path.replaceAll(/:([A-Za-z]+)/g, "{$1}")}`,
    );
    const pages = [
      "GET /health",
      "GET /verify/{proxy+}",
      "GET /v/{proxy+}",
      "GET /o/{proxy+}",
      "GET /.well-known/openid-credential-issuer",
      "GET /.well-known/oauth-authorization-server",
      "ANY /oid4vci/{proxy+}",
      "ANY /auth/{proxy+}",
    ];
    expect([...routeKeys].sort()).toEqual([...ofOperations, ...pages].sort());
  });

  it("leave nobody's operation without a function", () => {
    const served = new Set<string>(httpManifests.map(({ name }) => name));
    for (const it of Object.values(operations)) expect(served, it.id).toContain(it.function);
  });

  it("are throttled, and each answer leaves a line without an address or a query", () => {
    const [stage] = resources(api, "AWS::ApiGatewayV2::Stage");
    expect(stage?.Properties).toMatchObject({
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 },
      RouteSettings: { "ANY /auth/{proxy+}": { ThrottlingRateLimit: 50 } },
    });
    const { AccessLogSettings } = z
      .looseObject({ AccessLogSettings: z.looseObject({ Format: z.string() }) })
      .parse(stage?.Properties);
    expect(AccessLogSettings.Format).toContain("$context.requestId");
    expect(AccessLogSettings.Format).not.toMatch(/sourceIp|userAgent|path|querystring|authorizer/i);
  });
});

describe("workers", () => {
  it("are called at times where their manifests say so, though nothing changed", () => {
    const times = resources(workers, "AWS::Events::Rule").map(({ Properties }) => Properties);
    const wanted = streamManifests.flatMap((it: StreamManifest) => it.everyMinutes ?? []);
    expect(times.map((it) => it["ScheduleExpression"])).toEqual([
      ...wanted.map((minutes) => (minutes === 60 ? "rate(1 hour)" : `rate(${minutes} minutes)`)),
      ...dailyManifests.map(({ hour }) => `cron(0 ${hour} * * ? *)`),
    ]);
  });

  it.each(streamManifests.map((it) => [it.name, it] as const))(
    "%s takes a batch of its table's feed, halves a bad one, and lays what it cannot digest aside",
    (_, { stream }) => {
      const mappings = resources(workers, "AWS::Lambda::EventSourceMapping");
      const mapping = mappings.find(
        ({ Properties }) =>
          plainly(Properties["EventSourceArn"], all) === `twiza-${stream.table}` &&
          Properties["BatchSize"] === stream.batchSize,
      );
      expect(mapping?.Properties).toMatchObject({
        BatchSize: stream.batchSize,
        MaximumBatchingWindowInSeconds: stream.windowSeconds,
        MaximumRetryAttempts: stream.retries,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ["ReportBatchItemFailures"],
        StartingPosition: "TRIM_HORIZON",
      });
      expect(mapping?.Properties).toHaveProperty("DestinationConfig.OnFailure.Destination");
    },
  );
});
