import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { Hash } from "@twiza/contract";
import type { Blobs } from "@twiza/core";
import { typeOf } from "@twiza/platform/blobs/hash";
import { listen, type Running } from "./listen.ts";

type Buckets = {
  readonly blobs: Readonly<Record<string, Blobs>>;
  /** The one of the public log. */
  readonly log: string;
};

/**
 * As much of S3 as there are rights in the manifests: GetObject and PutObject, path style, over the blobs of each bucket, and on
 * conditions over the files of the log.
 */
export const startS3 = (port: number, buckets: Buckets): Promise<Running> => {
  const logFiles = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  return listen(port, async (asked, answer) => {
    const { pathname } = new URL(asked.url ?? "", "http://s3");
    if (pathname.startsWith(`/${buckets.log}/log/`))
      return onLog(logFiles, pathname, { asked, answer });
    const [, bucket = "", folder, name] = pathname.split("/");
    const blobs = buckets.blobs[bucket];
    const hash = Hash.safeParse(name);
    if (!blobs || folder !== "content" || !hash.success) return refuse(answer, 403, "AccessDenied");
    if (asked.method === "PUT") return put(asked, answer, blobs);
    if (asked.method !== "GET") return refuse(answer, 403, "AccessDenied");
    const found = await blobs.get(hash.data);
    if (!found) return refuse(answer, 404, "NoSuchKey");
    const head = { "content-type": typeOf(found), etag: `"${hash.data}"` };
    const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(asked.headers.range ?? "") ?? [];
    if (from === undefined) answer.writeHead(200, head).end(found);
    else answer.writeHead(206, head).end(found.subarray(Number(from), Number(last) + 1));
  });
};

const tagOf = (bytes: Uint8Array): string => `"${createHash("md5").update(bytes).digest("hex")}"`;

/** Whoever puts a file says what lies there: nothing, or what she has read. */
async function onLog(
  files: Map<string, { readonly bytes: Buffer; readonly type: string }>,
  path: string,
  { asked, answer }: { readonly asked: IncomingMessage; readonly answer: ServerResponse },
): Promise<void> {
  const bytes = asked.method === "PUT" ? await buffer(asked) : undefined;
  const there = files.get(path);
  const tag = there && tagOf(there.bytes);
  if (!bytes) {
    if (!there) return refuse(answer, 404, "NoSuchKey");
    answer.writeHead(200, { "content-type": there.type, etag: tag ?? "" }).end(there.bytes);
    return;
  }
  const sum = createHash("sha256").update(bytes).digest("base64");
  if (asked.headers["x-amz-checksum-sha256"] !== sum) return refuse(answer, 400, "BadDigest");
  const { "if-match": wanted, "if-none-match": none } = asked.headers;
  if (none === "*" ? there !== undefined : wanted !== tag)
    return refuse(answer, 412, "PreconditionFailed");
  files.set(path, { bytes, type: asked.headers["content-type"] ?? "" });
  answer.writeHead(200, { etag: tagOf(bytes) }).end();
}

/** S3 takes an object only when it is what its checksum says. */
async function put(asked: IncomingMessage, answer: ServerResponse, blobs: Blobs): Promise<void> {
  const bytes = await buffer(asked);
  const sum = createHash("sha256").update(bytes).digest("base64");
  if (asked.headers["x-amz-checksum-sha256"] !== sum) return refuse(answer, 400, "BadDigest");
  await blobs.put(bytes, asked.headers["content-type"] ?? "");
  answer.writeHead(200, { etag: `"${sum}"` }).end();
}

async function refuse(answer: ServerResponse, status: number, code: string): Promise<void> {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  answer.writeHead(status, { "content-type": "application/xml" }).end(xml);
}
