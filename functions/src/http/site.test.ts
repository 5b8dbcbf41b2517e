import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { folderBlobs } from "@twiza/platform/blobs/folder";
import { openLog } from "@twiza/platform/log";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { contentRoutes } from "./content.ts";
import {
  API_CONTENT_POLICY,
  API_HEADERS,
  ASSET_HEADERS,
  BLOB_CONTENT_POLICY,
  BLOB_HEADERS,
} from "./headers.ts";
import { FOR_EVER, PAGE_HEADERS, SITE_CONTENT_POLICY } from "./headers.ts";
import { siteRoutes } from "./site.ts";

const folder = mkdtempSync(join(tmpdir(), "twiza-site-"));
const SCRIPT = "/_app/immutable/nodes/0.abc.js";
const LONG = { sentences: Array.from({ length: 100 }, (_, at) => `sentence ${at}`) };

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  writeFileSync(join(folder, `${path}.br`), brotliCompressSync(text));
};

const app = createApp({
  log: openLog(
    () => undefined,
    () => new Date(),
  ),
});
app.get("/api/long", (c) => c.json(LONG));
app.get("/api/short", (c) => c.json({ ok: true }));
app.get("/verify/x", (c) => c.html("<!doctype html><title>Valid</title>"));
let blob = "";

beforeAll(async () => {
  write("200.html", "<!doctype html><title>Shell</title>");
  write("icon.svg", "<svg/>");
  write(SCRIPT, "export {};");
  contentRoutes(app, join(folder, "blobs"));
  siteRoutes(app, folder);
  blob = `/content/${await folderBlobs(join(folder, "blobs")).put(Buffer.from(JSON.stringify(LONG)), "application/json")}`;
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (path: string, accept = "*/*") =>
  app.request(path, { headers: { accept, "accept-encoding": "gzip, deflate, br" } });
/** Headers, less the size of what comes with them. */
const headersOf = ({ headers }: Response) => {
  const { "content-length": _, ...others } = Object.fromEntries(headers);
  return others;
};

describe("a file that a page asks for", () => {
  test.each([
    [SCRIPT, "text/javascript", FOR_EVER],
    ["/icon.svg", "image/svg+xml; charset=utf-8", "no-cache"],
  ])("says no more than what %s is and how long it keeps", async (path, type, keeps) => {
    const { "last-modified": changed, ...headers } = headersOf(await ask(path));
    expect(headers).toEqual({
      ...ASSET_HEADERS,
      "content-type": type,
      "content-encoding": "br",
      "cache-control": keeps,
      vary: "Accept-Encoding",
    });
    expect(changed === undefined).toBe(keeps === FOR_EVER);
  });

  test("is refused as the API refuses when it is not there", async () => {
    const response = await ask("/_app/immutable/nodes/gone.js");
    expect(response.status).toBe(404);
    expect(headersOf(response)).toMatchObject({ ...API_HEADERS, "cache-control": "no-store" });
  });
});

test("a blob says what it is, and that nothing in it may run", async () => {
  expect(headersOf(await ask(blob))).toEqual({
    ...BLOB_HEADERS,
    "content-type": "application/json",
    "content-encoding": "br",
    "cache-control": FOR_EVER,
    "content-security-policy": BLOB_CONTENT_POLICY,
    vary: "accept-encoding",
  });
});

test.each(["/", "/learn/x/y", "/200.html"])(
  "the page at %s carries all that guards a page",
  async (path) => {
    const response = await ask(path, "text/html");
    expect(headersOf(response)).toMatchObject({
      ...PAGE_HEADERS,
      "content-type": "text/html; charset=utf-8",
      "content-encoding": "br",
      "cache-control": "no-cache",
      "content-security-policy": SITE_CONTENT_POLICY,
    });
    const body = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(body).toContain("Shell");
  },
);

describe("what a function answers", () => {
  test("carries what guards an API, and the number of the request", async () => {
    const { "x-request-id": requestId, ...headers } = headersOf(await ask("/api/short"));
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).toEqual({
      ...API_HEADERS,
      "content-type": "application/json",
      "cache-control": "no-store",
      "content-security-policy": API_CONTENT_POLICY,
    });
  });

  test("carries all that guards a page when it is one", async () => {
    expect(headersOf(await ask("/verify/x"))).toMatchObject(PAGE_HEADERS);
  });

  test("is compressed when it is long and the reader can read that", async () => {
    const response = await ask("/api/long");
    expect(response.headers.get("content-encoding")).toBe("br");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(JSON.stringify(LONG).length / 2);
    expect(JSON.parse(brotliDecompressSync(bytes).toString())).toEqual(LONG);
    expect(await (await app.request("/api/long")).json()).toEqual(LONG);
  });

  test("stays as it is when it is short", async () => {
    const response = await ask("/api/short");
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(await response.json()).toEqual({ ok: true });
  });
});
