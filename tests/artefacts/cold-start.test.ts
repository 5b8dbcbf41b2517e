import { readFileSync } from "node:fs";
import { artefactFolder } from "@twiza/functions/build";
import { environmentOf } from "@twiza/functions/manifest";
import { httpManifests, manifests } from "@twiza/functions/manifests";
import { beforeAll, describe, expect, test } from "vitest";
import { HttpReply, httpEvent } from "./http-event.ts";
import { builtArtefacts, startLambda, surroundingsOf } from "./lambda.ts";

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

beforeAll(builtArtefacts);

describe.each(manifests)("$name, as it was built,", (manifest) => {
  test("fails its cold start without its environment by naming what is missing", async () => {
    const failed = await startLambda(manifest, {}).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    const names = environmentOf(manifest).join(", ");
    expect(String(failed)).toContain(`${manifest.name} lacks a right value for: ${names}`);
  });

  test("starts on the variables of its manifest alone, and calls nobody before it is asked", async () => {
    const lambda = await startLambda(manifest, surroundingsOf(manifest, NOWHERE));
    expect(lambda.log()).toBe("");
    await lambda.stop();
  });
});

describe.each(httpManifests)("$name, as it was built,", (manifest) => {
  test("answers neither /dev/outbox nor /dev/sign-in, and does not carry them", async () => {
    const lambda = await startLambda(manifest, surroundingsOf(manifest, NOWHERE));
    for (const [method, target] of DOORS) {
      const asked = { method, target, headers: {}, body: new Uint8Array() };
      const event = httpEvent(asked, { routeKey: "$default", pathParameters: {} });
      const { statusCode, body = "", headers } = HttpReply.parse(await lambda.invoke(event));
      expect(statusCode).toBe(404);
      expect(headers["content-type"]).toBe("application/problem+json");
      expect(JSON.parse(body)).toMatchObject({ code: "not_found" });
    }
    await lambda.stop();
    const code = readFileSync(`${artefactFolder(manifest.name)}/index.mjs`, "utf8");
    expect(code).not.toMatch(/\/dev\/|outbox\.jsonl|oidc-provider/);
  });
});

const DOORS = [
  ["GET", "/dev/outbox"],
  ["GET", "/dev/sign-in"],
  ["POST", "/dev/sign-in"],
] as const;
