import { Aws, Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
  type BucketProps,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

const KEPT: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  // Blobs lie under the hash of themselves and are never overwritten; versions are for what an operator deletes by mistake.
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** What learners download: lessons, pictures, sound. The world may read it through CloudFront, so S3's own key is enough. */
export function publicBlobs(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "public-blobs", {
    ...KEPT,
    encryption: BucketEncryption.S3_MANAGED,
  });
  openToReaders(bucket, "content/*");
  withoutAccessLog(bucket);
  return bucket;
}

/** Every distribution of this account, not the one: the one is laid out later, and naming it would make the data depend on the web. */
function openToReaders(bucket: Bucket, files: string): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal("cloudfront.amazonaws.com")],
      actions: ["s3:GetObject"],
      resources: [bucket.arnForObjects(files)],
      conditions: {
        ArnLike: {
          "aws:SourceArn": `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*`,
        },
      },
    }),
  );
}

/** For so long nobody deletes or replaces a file of the public log, the operator and AWS's own support included. */
const LOG_YEARS = 10;

/**
 * The public log. Each file is written once; a checkpoint that is replaced stays as a version behind the new one, so that what was
 * once promised can be shown to whoever asks.
 */
export function logBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "log", {
    ...KEPT,
    encryption: BucketEncryption.S3_MANAGED,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(LOG_YEARS * 365)),
  });
  openToReaders(bucket, "log/*");
  withoutAccessLog(bucket);
  return bucket;
}

/** As long as the tables can be put back: then what was erased is gone from here, too. */
const PUT_BACK_DAYS = 35;

/** What only functions read: answer keys and drafts, and what learners hand in. */
export function privateBlobs(scope: Construct, encryptionKey: IKey): Bucket {
  const bucket = new Bucket(scope, "private-blobs", {
    ...KEPT,
    lifecycleRules: [
      {
        noncurrentVersionExpiration: Duration.days(PUT_BACK_DAYS),
        expiredObjectDeleteMarker: true,
      },
    ],
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
  });
  withoutAccessLog(bucket);
  return bucket;
}

/**
 * What people have brought and nobody has looked at yet. They post it through the front door by a form that the function signs;
 * nobody reads it but that function, and after a day it is gone.
 */
export function uploads(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "uploads", {
    ...KEPT,
    versioned: false,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [
      { expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  withoutAccessLog(bucket);
  return bucket;
}

function withoutAccessLog(bucket: Bucket): void {
  Validations.of(bucket).acknowledge({
    id: "AwsSolutions-S1",
    reason:
      "Readers pass CloudFront or a function, which both keep a log; a third log of learners' reading is personal data without a use.",
  });
}
