import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KMSClient } from "@aws-sdk/client-kms";
import type { SealingKey } from "@twiza/contract";
import type { Opener } from "@twiza/core";
import { CompactEncrypt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyService } from "../testing/index.ts";
import { kmsOpener } from "./kms.ts";
import { localOpener } from "./local.ts";
import { sealsOver } from "./seals.ts";

const folder = mkdtempSync(join(tmpdir(), "twiza-seals-"));
let service: Awaited<ReturnType<typeof keyService>>;
let client: KMSClient;
const openers: Record<string, () => Opener> = {
  "a key file": () => localOpener(join(folder, "keys")),
  KMS: () => kmsOpener("new-key,old-key", client),
};
beforeAll(async () => {
  service = await keyService([], ["new-key", "old-key"]);
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

const HEADER = { alg: "RSA-OAEP-256", enc: "A256GCM", typ: "twiza-parcel+jwe" };
const content = { things: ["أركان", "ⴰⵔⴳⴰⵏ"], more: "x".repeat(2000) };

/** Sealed by an implementation that is not ours. */
async function sealed(
  key: SealingKey | undefined,
  {
    value = content,
    header = {},
    zip = true,
  }: { value?: object | string; header?: object; zip?: boolean } = {},
): Promise<string> {
  const publicKey = createPublicKey({ key: { ...key }, format: "jwk" });
  const plain = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
  return new CompactEncrypt(plain)
    .setProtectedHeader({
      ...HEADER,
      kid: key?.kid ?? "",
      ...(zip ? { zip: "DEF" } : {}),
      ...header,
    })
    .encrypt(publicKey);
}

describe.each(Object.keys(openers))("opening with %s", (name) => {
  const opener = () => openers[name]?.() ?? expect.fail("no such opener");

  it.each([true, false])("opens what jose has sealed, compressed: %s", async (zip) => {
    const seals = sealsOver(opener());
    const keys = await seals.keys();
    for (const key of keys)
      expect(await seals.open(await sealed(key, { zip }))).toEqual({
        state: "open",
        value: content,
      });
  });

  it("tells public keys of 3,072 bits that hold nothing private", async () => {
    for (const key of await opener().keys()) {
      expect(Object.keys(key).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
      expect(Buffer.from(key.n, "base64url").length).toBe(384);
    }
  });

  it("tells a key that it has not from something damaged", async () => {
    const seals = sealsOver(opener());
    const [key] = await seals.keys();
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
    const foreign = { ...key, ...publicKey.export({ format: "jwk" }) } as SealingKey;
    expect(await seals.open(await sealed({ ...foreign, kid: "gone" }))).toEqual({
      state: "other_key",
    });
    // Under our name, but with another key: what is wrapped does not open.
    expect(await seals.open(await sealed(foreign))).toEqual({ state: "damaged" });
  });

  it("opens nothing of which one character was changed", async () => {
    const seals = sealsOver(opener());
    const [key] = await seals.keys();
    const parcel = await sealed(key);
    for (const part of [0, 1, 2, 3, 4]) {
      const parts = parcel.split(".");
      const text = parts[part] ?? "";
      const at = Math.floor(text.length / 2);
      parts[part] = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
      expect((await seals.open(parts.join("."))).state, `part ${part}`).toMatch(
        /damaged|other_key/,
      );
    }
    expect(await seals.open(parcel.slice(0, -9))).toEqual({ state: "damaged" });
    expect(await seals.open(`${parcel}.x`)).toEqual({ state: "damaged" });
    expect(await seals.open("")).toEqual({ state: "damaged" });
  });

  it.each<[string, object]>([
    ["another way to wrap", { alg: "RSA-OAEP" }],
    ["another way to seal", { enc: "A128GCM" }],
    ["another purpose", { typ: "JWE" }],
    ["a header that nobody promised", { cty: "JWT" }],
  ])("takes one way of sealing and no other: %s", async (_, header) => {
    const seals = sealsOver(opener());
    const [key] = await seals.keys();
    expect(await seals.open(await sealed(key, { header }))).toEqual({ state: "damaged" });
  });
});

describe("what is in a parcel", () => {
  const seals = () => sealsOver(localOpener(join(folder, "keys")));

  it("is not let out when a few bytes would become megabytes", async () => {
    const [key] = await seals().keys();
    const bomb = await sealed(key, { value: `"${"0".repeat(20_000_000)}"` });
    expect(bomb.length).toBeLessThan(60_000);
    expect(await seals().open(bomb)).toEqual({ state: "damaged" });
  });

  it("is not taken where it is no JSON or no text", async () => {
    const [key] = await seals().keys();
    expect(await seals().open(await sealed(key, { value: "{" }))).toEqual({ state: "damaged" });
    const raw = new CompactEncrypt(randomBytes(500))
      .setProtectedHeader({ ...HEADER, kid: key?.kid ?? "" })
      .encrypt(createPublicKey({ key: { ...key }, format: "jwk" }));
    expect(await seals().open(await raw)).toEqual({ state: "damaged" });
  });
});

describe("the key file", () => {
  const file = join(folder, "keys", "sealing-keys.json");
  const read = (path: string) =>
    (JSON.parse(readFileSync(path, "utf8")) as { keys: object[] }).keys;

  it("is its owner's alone, and an old key behind a new one still opens", async () => {
    const [old] = await localOpener(join(folder, "keys")).keys();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const parcel = await sealed(old);
    const other = join(folder, "other");
    await localOpener(other).keys();
    const fresh = read(join(other, "sealing-keys.json"));
    writeFileSync(file, JSON.stringify({ keys: [...fresh, ...read(file)] }));
    const seals = sealsOver(localOpener(join(folder, "keys")));
    expect((await seals.keys())[1]?.kid).toBe(old?.kid);
    expect(await seals.open(parcel)).toMatchObject({ state: "open" });
    // Taken out, it opens nothing more, and says why.
    writeFileSync(file, JSON.stringify({ keys: fresh }));
    const later = sealsOver(localOpener(join(folder, "keys")));
    expect(await later.open(parcel)).toEqual({ state: "other_key" });
  });
});

describe("KMS", () => {
  it("is asked for its public keys once, and its failures are not taken for damage", async () => {
    const seals = sealsOver(kmsOpener("new-key", client));
    const [key] = await seals.keys();
    const parcel = await sealed(key);
    service.calls.length = 0;
    expect(await seals.open(parcel)).toMatchObject({ state: "open" });
    expect(service.calls).toEqual(["Decrypt"]);
    service.failures.push(500, 500);
    await expect(seals.open(parcel)).rejects.toMatchObject({ name: "KMSInternalException" });
  });
});
