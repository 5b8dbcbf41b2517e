import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { sdkSchemas, withWrittenKeys } from "./sdk-schemas.ts";

/** S3 as far as a client can tell that puts a blob and gets it back. */
const kept = new Map<string, Buffer>();
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const path = request.url?.split("?")[0] ?? "";
    if (request.method === "PUT") kept.set(path, Buffer.concat(chunks));
    const found = kept.get(path);
    if (found) return response.writeHead(200, { "content-type": "text/plain" }).end(found);
    const body = "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>";
    return response.writeHead(404, { "content-type": "application/xml" }).end(body);
  });
});
afterAll(() => {
  server.close();
});

const ENTRY = `
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
export const trial = async (endpoint) => {
  const credentials = { accessKeyId: "trial", secretAccessKey: "trial" };
  const client = new S3Client({ endpoint, credentials, region: "eu-west-3", forcePathStyle: true });
  const at = (Key) => ({ Bucket: "blobs", Key });
  await client.send(new PutObjectCommand({ ...at("a"), Body: "tea", CacheControl: "no-cache" }));
  const { Body, ContentType } = await client.send(new GetObjectCommand(at("a")));
  const missing = await client.send(new GetObjectCommand(at("b"))).catch((error) => error instanceof NoSuchKey);
  return { body: await Body.transformToString(), type: ContentType, missing };
};`;

describe("the SDK without the descriptions that nobody reads", () => {
  it("puts, gets and misses a blob as the whole SDK does, and is a sixth smaller", async () => {
    const folder = mkdtempSync(join(tmpdir(), "twiza-sdk-"));
    const bundle = (outfile: string, plugins: (typeof sdkSchemas)[]) =>
      build({
        stdin: { contents: ENTRY, resolveDir: join(import.meta.dirname, "../packages/platform") },
        outfile,
        plugins,
        bundle: true,
        minify: true,
        format: "esm",
        platform: "node",
        mainFields: ["module", "main"],
        alias: {
          "@aws-sdk/credential-provider-node": join(
            import.meta.dirname,
            "src/lambda-credentials.ts",
          ),
        },
      });
    const [whole, shaken] = [join(folder, "whole.mjs"), join(folder, "shaken.mjs")];
    await Promise.all([bundle(whole, []), bundle(shaken, [sdkSchemas])]);
    expect(readFileSync(shaken).length / readFileSync(whole).length).toBeLessThan(0.85);
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { trial } = (await import(pathToFileURL(shaken).href)) as {
      trial: (endpoint: string) => Promise<unknown>;
    };
    expect(await trial(`http://127.0.0.1:${String(port)}`)).toEqual({
      body: expect.stringContaining("tea") as unknown,
      type: "text/plain",
      missing: true,
    });
  });

  it("leaves a key alone whose constant it does not know", () => {
    expect(withWrittenKeys('const _h = "http";\nexport const a = { [_h]: 1, [_x]: 2 };')).toBe(
      'const _h = "http";\nexport const a = { ["http"]: 1, [_x]: 2 };',
    );
  });
});
