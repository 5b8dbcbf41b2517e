import { RUNTIME_ENVIRONMENT, type Manifest } from "@twiza/functions/manifest";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { DataStack } from "../data/data-stack.ts";
import { grant, type Surroundings } from "./grants.ts";

/** The folder of a function's built `index.mjs`. */
export type ArtefactOf = (name: string) => string;

type Props = {
  readonly manifest: Manifest;
  readonly data: DataStack;
  readonly surroundings: Surroundings;
  readonly artefact: string;
};

/** A Lambda function as its manifest says it: built artefact, own role, own log, and nothing that the manifest does not name. */
export class TwizaFunction extends Construct {
  readonly manifest: Manifest;
  readonly role: Role;
  readonly lambda: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, { manifest, data, surroundings, artefact }: Props) {
    super(scope, manifest.name);
    this.manifest = manifest;
    this.logGroup = new LogGroup(this, "log", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = roleWith(this, this.logGroup);
    const environment = grant(this.role, manifest, { data, surroundings });
    this.lambda = new LambdaFunction(this, "function", {
      description: `Twiza ${manifest.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: manifest.architecture === "x86_64" ? Architecture.X86_64 : Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(artefact, { exclude: ["meta.json"] }),
      memorySize: manifest.memoryMb,
      timeout: Duration.seconds(manifest.timeoutSeconds),
      environment: { ...environment, ...RUNTIME_ENVIRONMENT },
      role: this.role,
      logGroup: this.logGroup,
    });
  }
}

/** Writes its own log and nothing else, where AWS's ready-made policy would let it write every log of the account. */
function roleWith(scope: Construct, logGroup: LogGroup): Role {
  const role = new Role(scope, "role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  role.addToPolicy(
    new PolicyStatement({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logGroup.logGroupArn],
    }),
  );
  return role;
}
