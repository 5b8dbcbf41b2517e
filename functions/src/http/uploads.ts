import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Refused } from "@twiza/core";
import type { FolderUploads, Received } from "@twiza/platform/uploads/folder";
import busboy from "busboy";
import type { Hono } from "hono";
import type { Env } from "./app.ts";
import { UPLOAD_PATH } from "./headers.ts";

/** The largest upload, and what stands around it in a form. */
const MOST_BYTES = 6_100_000;
/** Our forms have eight fields; a policy is half a kilobyte. */
const LIMITS = { fields: 20, fieldSize: 8192, files: 1, parts: 21, headerPairs: 20 };

/** Takes what a browser posts, as S3 does in the cloud: by the form alone, whoever sends it. */
export function uploadRoutes(app: Hono<Env>, uploads: FolderUploads): void {
  app.post(UPLOAD_PATH, async (c) => {
    const received = await receive(c.req.raw, uploads);
    if (received !== "received")
      throw new Refused(received === "size" ? "upload.size" : "upload.refused");
    return c.body(null, 204);
  });
}

async function receive(request: Request, uploads: FolderUploads): Promise<Received> {
  const length = request.headers.get("content-length");
  if (length === null || !request.body) return "refused";
  if (!(Number(length) <= MOST_BYTES)) return "size";
  const parser = parserOf(request);
  if (!parser) return "refused";
  const fields = new Map<string, string>();
  let isDoubled = false;
  let outcome: Promise<Received> = Promise.resolve("refused");
  parser.on("field", (name, value) => {
    isDoubled ||= fields.has(name);
    fields.set(name, value);
  });
  parser.on("file", (name, file) => {
    // Cut off before anybody reads it, it must not end the process; whoever reads it hears of it all the same.
    file.on("error", () => undefined);
    // What comes after the file counts for nothing, as with S3.
    const verdict = name === "file" && !isDoubled ? uploads.judge(fields) : "refused";
    if (verdict === "refused") file.resume();
    else outcome = uploads.receive(verdict, file);
  });
  // The global type of a body and Node's own differ in name only.
  const whole = pipeline(Readable.fromWeb(request.body as ReadableStream), parser);
  const [sent, kept] = await Promise.allSettled([
    whole,
    whole.then(
      () => outcome,
      () => outcome,
    ),
  ]);
  // Cut off in the middle: nothing of it was kept.
  if (sent.status === "rejected") return "refused";
  if (kept.status === "rejected") throw kept.reason;
  return kept.value;
}

/** Nothing for a request that is no form. */
function parserOf(request: Request): busboy.Busboy | undefined {
  try {
    return busboy({ headers: Object.fromEntries(request.headers), limits: LIMITS });
  } catch {
    return undefined;
  }
}
