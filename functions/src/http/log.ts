import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refused } from "@twiza/core";
import type { Hono } from "hono";
import type { Env } from "./app.ts";
import { API_CONTENT_POLICY, FOR_EVER, LOG_HEADERS } from "./headers.ts";

/** Names of the log's files, and of no others. */
const FILE =
  /^(?:checkpoint|keys\.json|tile\/(?:\d{1,2}|entries)\/(?:x\d{3}\/)*\d{3}(?:\.p\/\d{1,3})?)$/;
const TYPES: Readonly<Record<string, string>> = {
  checkpoint: "text/plain; charset=utf-8",
  "keys.json": "application/json",
};

/** Serves the public log as CloudFront does in the cloud: what is in it for ever, its newest checkpoint for seconds. */
export function logRoutes(app: Hono<Env>, folder: string): void {
  app.get("/log/*", async (c) => {
    const path = c.req.path.slice("/log/".length);
    const bytes = FILE.test(path)
      ? await readFile(join(folder, path)).catch(() => undefined)
      : undefined;
    if (!bytes) throw new Refused("not_found");
    c.set("isAsset", true);
    for (const [name, value] of Object.entries(LOG_HEADERS)) c.header(name, value);
    c.header("content-security-policy", API_CONTENT_POLICY);
    c.header("content-type", TYPES[path] ?? "application/octet-stream");
    c.header("cache-control", TYPES[path] ? "public, max-age=5" : `public, ${FOR_EVER}`);
    return c.body(new Uint8Array(bytes));
  });
}
