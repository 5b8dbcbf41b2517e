import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { artefactFolder } from "@twiza/functions/build";
import { environmentOf } from "@twiza/functions/manifest";
import { manifests } from "@twiza/functions/manifests";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HttpReply, httpEvent } from "./http-event.ts";
import { builtArtefacts, type Lambda, RUNTIME, startLambda, surroundingsOf } from "./lambda.ts";

/** Right in shape; nothing answers there, and a cold start must not need an answer. */
const NOWHERE = {
  TWIZA_TABLE_PREFIX: "nowhere-",
  TWIZA_ORIGIN: "https://twiza.example",
  TWIZA_PUBLIC_BLOBS: "nowhere-public",
  TWIZA_PRIVATE_BLOBS: "nowhere-private",
  TWIZA_UPLOADS: "nowhere-uploads",
  TWIZA_ISSUER_URL: "http://127.0.0.1:4759/oidc",
  TWIZA_CLIENT_ID: "web",
  TWIZA_SIGNING_KEYS: "nowhere-key",
  TWIZA_SEALING_KEYS: "nowhere-key",
  TWIZA_ISSUER_KEYS: '[{"id":"nowhere-key","from":"2026-01-01T00:00:00.000Z"}]',
  TWIZA_LOG: "nowhere-log",
  TWIZA_LOG_KEYS: "nowhere-log-key",
  TWIZA_WITNESSES: "none",
  TWIZA_SENDER: "none",
};

/** What each function throws without its environment. They are loaded one after the other in one process that has nothing else: a process each takes three times as long. */
async function failures(): Promise<Readonly<Record<string, string>>> {
  const script = `
    const said = {};
    for (const [name, url] of JSON.parse(process.argv[1]))
      said[name] = await import(url).then(() => "starts", String);
    process.stdout.write(JSON.stringify(said));`;
  const built = manifests.map(({ name }) => [
    name,
    pathToFileURL(`${artefactFolder(name)}/index.mjs`).href,
  ]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", `--eval=${script}`, JSON.stringify(built)],
    { env: RUNTIME },
  );
  return JSON.parse(stdout) as Record<string, string>; // as the script above writes it
}

let failed: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  await builtArtefacts();
  failed = await failures();
});

test("a function that fails its cold start ends, and its log says why", async () => {
  const [first] = manifests;
  await expect(startLambda(first, {})).rejects.toThrow(failed[first.name]);
});

describe.each(manifests)("$name, as it was built,", (manifest) => {
  test("fails its cold start without its environment by naming what is missing", () => {
    const names = environmentOf(manifest).join(", ");
    expect(failed[manifest.name]).toBe(`Error: ${manifest.name} lacks a right value for: ${names}`);
  });

  describe("with the variables of its manifest alone", () => {
    let lambda: Lambda;
    beforeAll(async () => {
      lambda = await startLambda(manifest, surroundingsOf(manifest, NOWHERE));
    });
    afterAll(() => lambda.stop());

    test("starts, and calls nobody before it is asked", () => {
      expect(lambda.log()).toBe("");
    });

    if (manifest.kind === "http")
      test("answers neither /dev/outbox nor /dev/sign-in, and does not carry them", async () => {
        for (const [method, target] of DOORS) {
          const asked = { method, target, headers: {}, body: new Uint8Array() };
          const event = httpEvent(asked, { routeKey: "$default", pathParameters: {} });
          const { statusCode, body = "", headers } = HttpReply.parse(await lambda.invoke(event));
          expect(statusCode).toBe(404);
          expect(headers["content-type"]).toBe("application/problem+json");
          expect(JSON.parse(body)).toMatchObject({ code: "not_found" });
        }
        const code = readFileSync(`${artefactFolder(manifest.name)}/index.mjs`, "utf8");
        expect(code).not.toMatch(/\/dev\/|outbox\.jsonl|oidc-provider/);
      });
  });
});

const DOORS = [
  ["GET", "/dev/outbox"],
  ["GET", "/dev/sign-in"],
  ["POST", "/dev/sign-in"],
] as const;
