import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { Hash, isFileType, isVideoType } from "@twiza/contract";
import { Refused } from "@twiza/core";
import { pathOf } from "@twiza/platform/blobs/folder";
import { HEAD_BYTES, typeOf } from "@twiza/platform/blobs/hash";
import type { Context, Hono } from "hono";
import type { Env } from "./app.ts";
import { acceptsBrotli, brotli } from "./compress.ts";
import { BLOB_CONTENT_POLICY, BLOB_HEADERS, FOR_EVER } from "./headers.ts";

/** How many compressed texts a server keeps; a course has some dozens. */
const KEPT = 500;
/** They are compressed once and read often. */
const THOROUGH = 9;

/**
 * Serves public blobs as CloudFront does in the cloud: immutable, texts in brotli, sound and videos in ranges. A lesson or picture opened
 * by itself may neither run nor load anything, whatever it holds.
 */
export function contentRoutes(app: Hono<Env>, folder: string): void {
  const compressed = new Map<string, Uint8Array<ArrayBuffer>>();
  app.get("/content/:hash", async (c) => {
    const hash = Hash.safeParse(c.req.param("hash"));
    const path = hash.success ? pathOf(folder, hash.data) : undefined;
    const size = path ? (await stat(path).catch(() => undefined))?.size : undefined;
    if (!hash.success || !path || size === undefined) throw new Refused("not_found");
    const type = typeOf(await firstBytes(path));
    c.header("content-type", type);
    if (isFileType(type)) c.header("content-disposition", "attachment");
    c.set("isAsset", true);
    for (const [name, value] of Object.entries(BLOB_HEADERS)) c.header(name, value);
    c.header("cache-control", FOR_EVER);
    c.header("content-security-policy", BLOB_CONTENT_POLICY);
    if (type === "audio/ogg" || isVideoType(type)) return ranged(c, path, size);
    if (!acceptsBrotli(c)) return c.body(stream(path));
    const body = compressed.get(hash.data) ?? (await brotli(await readFile(path), THOROUGH));
    if (compressed.size < KEPT) compressed.set(hash.data, body);
    c.header("content-encoding", "br");
    c.header("vary", "accept-encoding");
    return c.body(body);
  });
}

const stream = (path: string, range?: { start: number; end: number }): ReadableStream =>
  // Node's own conversion: the types of the two web streams differ in name only.
  Readable.toWeb(createReadStream(path, range)) as ReadableStream;

async function firstBytes(path: string): Promise<Uint8Array> {
  for await (const chunk of createReadStream(path, { end: HEAD_BYTES - 1 }))
    return new Uint8Array(chunk);
  return new Uint8Array();
}

/** One range, as players ask (RFC 9110 §14); anything else gets the whole. */
function ranged(c: Context, path: string, size: number): Response {
  c.header("accept-ranges", "bytes");
  const asked = /^bytes=(\d+)-(\d*)$/.exec(c.req.header("range") ?? "");
  if (!asked) {
    c.header("content-length", String(size));
    return c.body(stream(path));
  }
  const start = Number(asked[1]);
  const end = Math.min(asked[2] ? Number(asked[2]) : size - 1, size - 1);
  if (start > end) return c.body(null, 416, { "content-range": `bytes */${size}` });
  c.header("content-range", `bytes ${start}-${end}/${size}`);
  c.header("content-length", String(end - start + 1));
  return c.body(stream(path, { start, end }), 206);
}
