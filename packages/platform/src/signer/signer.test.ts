import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KMSClient } from "@aws-sdk/client-kms";
import type { Signer } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyService } from "../testing/index.ts";
import { kmsSigner } from "./kms.ts";
import { localSigner } from "./local.ts";

const folder = mkdtempSync(join(tmpdir(), "twiza-keys-"));
const file = join(folder, "keys", "signing-keys.json");
let service: Awaited<ReturnType<typeof keyService>>;
let client: KMSClient;
const signers: Record<string, () => Signer> = {
  "a key file": () => localSigner(join(folder, "keys")),
  KMS: () => kmsSigner("new-key,old-key", client),
};
beforeAll(async () => {
  service = await keyService(["new-key", "old-key"]);
  client = new KMSClient({
    endpoint: service.address,
    region: "eu-west-3",
    credentials: { accessKeyId: "AKIATWIZA", secretAccessKey: "secret" },
    maxAttempts: 2,
  });
});
afterAll(async () => {
  client.destroy();
  await service.stop();
  rmSync(folder, { recursive: true });
});

const bytes = new TextEncoder().encode("what is signed");

describe.each(Object.keys(signers))("signing with %s", (name) => {
  it("is Ed25519 under the newest of its public keys, and the same bytes give the same signature", async () => {
    const signer = signers[name]?.();
    const [key] = (await signer?.keys()) ?? [];
    const { kid, signature } = (await signer?.sign(bytes)) ?? {};
    expect(kid).toBe(key?.kid);
    const publicKey = createPublicKey({ key: { ...key }, format: "jwk" });
    expect(verify(null, bytes, publicKey, signature ?? new Uint8Array())).toBe(true);
    expect((await signers[name]?.().sign(bytes))?.signature).toEqual(signature);
  });

  it("tells public keys that hold nothing private", async () => {
    for (const key of (await signers[name]?.().keys()) ?? [])
      expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
  });
});

describe("the key file", () => {
  it("is made once, by whoever comes first, and only its owner may read it", async () => {
    const fresh = join(folder, "fresh");
    const several = Array.from({ length: 5 }, () => localSigner(fresh));
    const kids = await Promise.all(several.map(async (it) => (await it.keys())[0]?.kid));
    expect(new Set(kids).size).toBe(1);
    expect(statSync(join(fresh, "signing-keys.json")).mode & 0o777).toBe(0o600);
    expect(statSync(fresh).mode & 0o777).toBe(0o700);
  });

  it("keeps the old key for verifying when an operator puts a new one before it", async () => {
    const [old] = await localSigner(join(folder, "keys")).keys();
    const other = join(folder, "other");
    await localSigner(other).keys();
    const read = (path: string) =>
      (JSON.parse(readFileSync(path, "utf8")) as { keys: object[] }).keys;
    writeFileSync(
      file,
      JSON.stringify({ keys: [...read(join(other, "signing-keys.json")), ...read(file)] }),
    );
    const signer = localSigner(join(folder, "keys"));
    const keys = await signer.keys();
    expect(keys.map(({ kid }) => kid)[1]).toBe(old?.kid);
    expect((await signer.sign(bytes)).kid).toBe(keys[0]?.kid);
  });
});

describe("KMS", () => {
  it("is asked for its public keys once, and again after it has failed", async () => {
    const signer = kmsSigner("new-key", client);
    service.calls.length = 0;
    service.failures.push(500, 500);
    await expect(signer.keys()).rejects.toMatchObject({ name: "KMSInternalException" });
    await Promise.all([signer.keys(), signer.keys(), signer.sign(bytes)]);
    expect(service.calls).toEqual(["GetPublicKey", "GetPublicKey", "GetPublicKey", "Sign"]);
  });

  it("is not asked to sign what it would refuse for its length", async () => {
    const signer = kmsSigner("new-key", client);
    await expect(signer.sign(new Uint8Array(4097))).rejects.toThrow("4097 bytes");
  });
});
