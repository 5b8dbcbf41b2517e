import { DeleteObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { BlobBin } from "@twiza/core";
import { keyOf } from "./s3.ts";

/**
 * Takes blobs out of a bucket. Its older versions go by the bucket's own rule: what an operator deletes by mistake can be brought back for
 * as long as any backup.
 */
export function s3Bin(bucket: string): BlobBin {
  const client = new S3Client({ forcePathStyle: process.env["AWS_ENDPOINT_URL_S3"] !== undefined });
  return {
    remove: async (hash) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(hash) }));
    },
  };
}
