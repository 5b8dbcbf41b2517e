import type { HttpManifest } from "@twiza/functions/manifest";
import { httpManifests } from "@twiza/functions/manifests";
import { Aws, RemovalPolicy, Stack, Validations, type StackProps } from "aws-cdk-lib";
import { CfnIntegration, CfnRoute, CfnStage, type HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { DataStack } from "../data/data-stack.ts";
import type { Surroundings } from "./grants.ts";
import { pageRoutesOf, routesOf } from "./routes.ts";
import { TwizaFunction, type ArtefactOf } from "./twiza-function.ts";

type Props = StackProps & {
  readonly api: HttpApi;
  readonly data: DataStack;
  readonly surroundings: Surroundings;
  readonly artefactOf: ArtefactOf;
};

/** Requests a second, and at once, for the whole installation: five hundred learners syncing after a day without network. */
const THROTTLE = { throttlingRateLimit: 300, throttlingBurstLimit: 600 };

/** For pages outside the operations: signing in and verifying. Enough for people, too little for guessing. */
const PAGE_THROTTLE = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 };

/** What an access line says: enough to find a request by its id, and no address, no name, no query. */
const ACCESS_LINE = JSON.stringify({
  requestId: "$context.requestId",
  at: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  bytes: "$context.responseLength",
  failure: "$context.integrationErrorMessage",
});

/** The functions that answer, and the way from the API to each. */
export class ApiStack extends Stack {
  readonly functions: readonly TwizaFunction[];

  constructor(
    scope: Construct,
    id: string,
    { api, data, surroundings, artefactOf, ...props }: Props,
  ) {
    super(scope, id, props);
    const routes: CfnRoute[] = [];
    this.functions = httpManifests.map((manifest) => {
      const artefact = artefactOf(manifest.name);
      const it = new TwizaFunction(this, { manifest, data, surroundings, artefact });
      routes.push(...connect(it, manifest, api));
      return it;
    });
    stage(this, api).node.addDependency(...routes);
  }
}

function connect(it: TwizaFunction, manifest: HttpManifest, api: HttpApi): readonly CfnRoute[] {
  const integration = new CfnIntegration(it, "integration", {
    apiId: api.apiId,
    integrationType: "AWS_PROXY",
    integrationUri: it.lambda.functionArn,
    payloadFormatVersion: "2.0",
  });
  it.lambda.addPermission("api", {
    principal: new ServicePrincipal("apigateway.amazonaws.com"),
    sourceArn: `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${api.apiId}/*/*`,
  });
  return routesOf(manifest).map((routeKey) => route(it, routeKey, { api, integration }));
}

function route(
  it: TwizaFunction,
  routeKey: string,
  { api, integration }: { readonly api: HttpApi; readonly integration: CfnIntegration },
): CfnRoute {
  const made = new CfnRoute(it, routeKey.replaceAll("/", "."), {
    apiId: api.apiId,
    routeKey,
    target: `integrations/${integration.ref}`,
  });
  Validations.of(made).acknowledge({
    id: "AwsSolutions-APIG4",
    reason:
      "Who asks is found from the session cookie and the store at each request, in the function, by one table that a test tries for every role.",
  });
  return made;
}

function stage(scope: Construct, api: HttpApi): CfnStage {
  const log = new LogGroup(scope, "access-log", {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new CfnStage(scope, "stage", {
    apiId: api.apiId,
    stageName: "$default",
    autoDeploy: true,
    accessLogSettings: { destinationArn: log.logGroupArn, format: ACCESS_LINE },
    defaultRouteSettings: THROTTLE,
    // Metrics of single routes are paid for each, so only those that an alarm of their own watches have them.
    routeSettings: Object.fromEntries(
      httpManifests
        .flatMap(pageRoutesOf)
        .map((routeKey) => [routeKey, { ...PAGE_THROTTLE, DetailedMetricsEnabled: true }]),
    ),
  });
}
