import {
  CfnOutput,
  Duration,
  RemovalPolicy,
  Stack,
  Validations,
  type StackProps,
} from "aws-cdk-lib";
import { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type BucketProps,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { DataStack } from "../data/data-stack.ts";
import type { Settings } from "../settings.ts";
import { distribution } from "./distribution.ts";

type Props = StackProps & { readonly settings: Settings; readonly data: DataStack };

/** Days that CloudFront's log is kept: it holds readers' addresses. */
const LOG_DAYS = 90;

/**
 * The front door. It stands before identity and functions, because both must know the address that the browser sees; so the
 * API is only named here, and its routes are added by the stack that holds the functions.
 */
export class WebStack extends Stack {
  readonly api: HttpApi;
  /** Scheme and host that the browser sees. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { settings, data, ...props }: Props) {
    super(scope, id, props);
    this.api = new HttpApi(this, "api", {
      description: `Twiza (${settings.deployment})`,
      createDefaultStage: false,
    });
    const logs = logBucket(this);
    const site = siteBucket(this);
    const publicBlobs = data.blobs.public;
    const { uploads, log } = data;
    const behind = { api: this.api, site, publicBlobs, uploads, log, logs };
    const made = distribution(this, settings, behind);
    this.origin = `https://${settings.domainName ?? made.distributionDomainName}`;
    new CfnOutput(this, "Origin", { value: this.origin });
    new CfnOutput(this, "SiteBucket", { value: site.bucketName });
    new CfnOutput(this, "DistributionDomain", { value: made.distributionDomainName });
  }
}

const CLOSED: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** The built site. Old files stay for phones that still run yesterday's page. */
function siteBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "site", {
    ...CLOSED,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  });
  Validations.of(bucket).acknowledge({
    id: "AwsSolutions-S1",
    reason: "Readers pass CloudFront, which keeps a log; only the deployment writes here.",
  });
  return bucket;
}

/** CloudFront's standard log writes with access lists, so this bucket alone allows them. */
function logBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "logs", {
    ...CLOSED,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(LOG_DAYS) }],
  });
  Validations.of(bucket).acknowledge({
    id: "AwsSolutions-S1",
    reason: "It is the log; a log of the log would never end.",
  });
  return bucket;
}
