import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { LogFiles } from "@twiza/core";
import { hashOf } from "../blobs/hash.ts";
import { OtherBytes } from "./other-bytes.ts";

/** The path under which CloudFront serves it. */
const keyOf = (path: string): string => `log/${path}`;

/** Somebody else was first: 412 says so for sure, 409 while both are under way. */
const isConflict = (error: unknown): boolean =>
  error instanceof S3ServiceException && [409, 412].includes(error.$metadata.httpStatusCode ?? 0);

/** The public log in a bucket that lets nobody delete or replace what was written, for years. */
export const s3LogFiles = (client: S3Client, bucket: string): LogFiles => {
  const get = async (path: string) => {
    try {
      return await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(path) }));
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  const read = async (path: string) => (await get(path))?.Body?.transformToByteArray();
  const put = async (
    path: string,
    bytes: Uint8Array,
    how: Pick<PutObjectCommandInput, "IfMatch" | "IfNoneMatch" | "ContentType" | "CacheControl">,
  ): Promise<"done" | "stale"> => {
    const hash = hashOf(bytes);
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(path),
          Body: bytes,
          ChecksumSHA256: Buffer.from(hash, "hex").toString("base64"),
          ...how,
        }),
      );
      return "done";
    } catch (error) {
      if (isConflict(error)) return "stale";
      throw error;
    }
  };
  return {
    read,
    write: async (path, bytes) => {
      const how = {
        IfNoneMatch: "*",
        ContentType: "application/octet-stream",
        CacheControl: "public, max-age=31536000, immutable",
      };
      if ((await put(path, bytes, how)) === "done") return;
      const there = await read(path);
      if (!there || hashOf(there) !== hashOf(bytes)) throw new OtherBytes(path);
    },
    current: async (path) => {
      const file = await get(path);
      const text = await file?.Body?.transformToString("utf-8");
      return text === undefined ? undefined : { text, version: file?.ETag ?? "" };
    },
    replace: (path, text, version) =>
      put(path, new TextEncoder().encode(text), {
        ...(version === "absent" ? { IfNoneMatch: "*" } : { IfMatch: version }),
        ContentType: path.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8",
        CacheControl: "public, max-age=5",
      }),
  };
};

/** Path style only where a stand-in is named by `AWS_ENDPOINT_URL_S3`. */
export const s3LogFilesOf = (bucket: string): LogFiles =>
  s3LogFiles(
    new S3Client({ forcePathStyle: process.env["AWS_ENDPOINT_URL_S3"] !== undefined }),
    bucket,
  );
