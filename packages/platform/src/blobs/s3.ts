import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { Hash, isFileType } from "@twiza/contract";
import type { Blobs } from "@twiza/core";
import { hashOf } from "./hash.ts";

/** The key of a blob: the path under which CloudFront serves the public ones. */
export const keyOf = (hash: string): string => `content/${hash}`;

/** Blobs in an S3 bucket. The same bytes always have the same key, so writing twice changes nothing. */
export const s3Blobs = (client: S3Client, bucket: string): Blobs => ({
  put: async (bytes, type) => {
    const hash = Hash.parse(hashOf(bytes));
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: keyOf(hash),
        Body: bytes,
        ContentType: type,
        // A document is downloaded, and never opened as a page of ours.
        ...(isFileType(type) ? { ContentDisposition: "attachment" } : {}),
        CacheControl: "public, max-age=31536000, immutable",
        ChecksumSHA256: Buffer.from(hash, "hex").toString("base64"),
      }),
    );
    return hash;
  },
  get: (hash) => read(client, { Bucket: bucket, Key: keyOf(hash) }),
  // The last byte of a range is one of it.
  stretch: (hash, { from, to }) =>
    read(client, { Bucket: bucket, Key: keyOf(hash), Range: `bytes=${from}-${to - 1}` }),
});

async function read(
  client: S3Client,
  wanted: { readonly Bucket: string; readonly Key: string; readonly Range?: string },
): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand(wanted));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/**
 * Opens buckets with one client between them, from the environment that Lambda gives.
 * Path style only where a stand-in is named by `AWS_ENDPOINT_URL_S3`.
 */
export function bucketOpener(): (bucket: string) => Blobs {
  const client = new S3Client({ forcePathStyle: process.env["AWS_ENDPOINT_URL_S3"] !== undefined });
  return (bucket) => s3Blobs(client, bucket);
}
