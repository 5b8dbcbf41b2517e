import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { keyService } from "@twiza/platform/testing";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { sdkSchemas, withWrittenKeys } from "./sdk-schemas.ts";

/** S3 as far as a client can tell that puts a blob and gets it back. */
const kept = new Map<string, Buffer>();
const agents = new Set<string>();
const server = createServer((request, response) => {
  agents.add(request.headers["user-agent"] ?? "");
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

const KMS_ENTRY = `
import { KMSClient, SignCommand } from "@aws-sdk/client-kms";
export const trial = async (endpoint) => {
  const credentials = { accessKeyId: "trial", secretAccessKey: "trial" };
  const client = new KMSClient({ endpoint, credentials, region: "eu-west-3" });
  const sign = (KeyId) => client.send(new SignCommand({
    KeyId, Message: new Uint8Array(3), MessageType: "RAW", SigningAlgorithm: "ED25519_SHA_512",
  }));
  const { Signature } = await sign("key");
  const missing = await sign("other").catch(({ name }) => name);
  return { bytes: Signature.length, missing };
};`;

type Trial = (endpoint: string) => Promise<unknown>;

/** A program bundled with and without the plugin: the smaller one to run, and its share of the other. */
async function bundledTwice(contents: string): Promise<{ shaken: Trial; share: number }> {
  const folder = mkdtempSync(join(tmpdir(), "twiza-sdk-"));
  const bundle = (outfile: string, plugins: (typeof sdkSchemas)[]) =>
    build({
      stdin: { contents, resolveDir: join(import.meta.dirname, "../packages/platform") },
      outfile,
      plugins,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      alias: {
        "@aws-sdk/credential-provider-node": join(import.meta.dirname, "src/lambda-credentials.ts"),
      },
    });
  const [whole, shaken] = [join(folder, "whole.mjs"), join(folder, "shaken.mjs")];
  await Promise.all([bundle(whole, []), bundle(shaken, [sdkSchemas])]);
  const { trial } = (await import(pathToFileURL(shaken).href)) as { trial: Trial };
  return { shaken: trial, share: readFileSync(shaken).length / readFileSync(whole).length };
}

describe("the SDK without the descriptions that nobody reads", () => {
  it("puts, gets and misses a blob as the whole SDK does, says its version, and is a sixth smaller", async () => {
    const { shaken, share } = await bundledTwice(ENTRY);
    expect(share).toBeLessThan(0.85);
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    expect(await shaken(`http://127.0.0.1:${String(port)}`)).toEqual({
      body: expect.stringContaining("tea") as unknown,
      type: "text/plain",
      missing: true,
    });
    const platform = createRequire(join(import.meta.dirname, "../packages/platform/package.json"));
    const { version } = platform("@aws-sdk/client-s3/package.json") as { version: string };
    for (const agent of agents) expect(agent).toContain(`aws-sdk-js/${version}`);
    expect(agents.size).toBeGreaterThan(0);
  });

  it("signs, tries again after a failure of the service, and names what is refused, as the whole client of KMS does", async () => {
    const service = await keyService(["key"]);
    service.failures.push(500);
    const { shaken, share } = await bundledTwice(KMS_ENTRY);
    expect(share).toBeLessThan(0.9);
    expect(await shaken(service.address)).toEqual({ bytes: 64, missing: "NotFoundException" });
    expect(service.calls).toEqual(["Sign", "Sign", "Sign"]);
    await service.stop();
  });

  it("leaves a key alone whose constant it does not know", () => {
    expect(withWrittenKeys('const _h = "http";\nexport const a = { [_h]: 1, [_x]: 2 };')).toBe(
      'const _h = "http";\nexport const a = { ["http"]: 1, [_x]: 2 };',
    );
  });
});
