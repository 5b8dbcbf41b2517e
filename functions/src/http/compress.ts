import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Context } from "hono";

const squeeze = promisify(brotliCompress);

/** Below this the headers that tell of it eat up what it saves. */
const LEAST_BYTES = 600;
const TEXT = /^(?:text\/html|application\/(?:json|problem\+json))\b/;
/** For what is made anew each time; from here on brotli takes longer than a slow network gains. */
const QUICK = 5;

export const acceptsBrotli = (c: Context): boolean =>
  /\bbr\b/.test(c.req.header("accept-encoding") ?? "");

/** @param quality of brotli, from 0 (quick) to 11 (small) */
export async function brotli(bytes: Uint8Array, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return new Uint8Array(await squeeze(bytes, { params }));
}

/**
 * Compresses what a function answers, if it is text and long enough: CloudFront does it only for what it may keep, which no answer
 * of ours is. No answer holds both a secret and a stranger's words, and no other site can ask in a person's name, so that its
 * length tells nobody anything.
 */
export async function compressAnswer(c: Context): Promise<void> {
  const { headers, status } = c.res;
  const isText = TEXT.test(headers.get("content-type") ?? "");
  if (!isText || headers.has("content-encoding") || status === 206) return;
  if (c.req.method === "HEAD" || !acceptsBrotli(c)) return;
  const body = new Uint8Array(await c.res.arrayBuffer());
  const worth = body.length >= LEAST_BYTES;
  c.res = new Response(worth ? await brotli(body, QUICK) : body, c.res);
  if (!worth) return;
  c.res.headers.delete("content-length");
  c.header("content-encoding", "br");
  c.header("vary", "accept-encoding", { append: true });
}
