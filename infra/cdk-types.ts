import type { Bucket, IBucket } from "aws-cdk-lib/aws-s3";

/** CDK's own class misses its own interface by an `undefined` under `exactOptionalPropertyTypes`; nothing else is asserted here. */
export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket;
