import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KMSClient } from "@aws-sdk/client-kms";
import { IssuerKey, OrganisationId } from "@twiza/contract";
import { afterAll, describe, expect, it } from "vitest";
import { keyService, movableClock } from "../testing/index.ts";
import { kmsIssuerKeys } from "./kms.ts";
import { localIssuerKeys } from "./local.ts";

const root = mkdtempSync(join(tmpdir(), "twiza-issuer-keys-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});
let count = 0;
const emptyFolder = () => join(root, String(++count));
const ORGANISATION = OrganisationId.parse(`org_${"1".repeat(32)}`);
const OTHER = OrganisationId.parse(`org_${"2".repeat(32)}`);
const bytes = new TextEncoder().encode("what is signed");

const holds = (key: IssuerKey | undefined, signature: Uint8Array): boolean =>
  verify(null, bytes, createPublicKey({ key: { ...key }, format: "jwk" }), signature);

describe("keys of certificates in a file", () => {
  it("sign, and are told without anything private, each with its day", async () => {
    const clock = movableClock("2026-03-01T08:00:00.000Z");
    const keys = localIssuerKeys({ folder: emptyFolder(), clock });
    const [key] = await keys.keys();
    const signing = await keys.signing(ORGANISATION);
    expect(signing.kid).toBe(key?.kid);
    expect(holds(key, await signing.sign(bytes))).toBe(true);
    expect(IssuerKey.parse(key)).toEqual(key);
    expect(key?.from).toBe("2026-01-01T00:00:00.000Z");
  });

  it("begin anew with the year, once, however many ask at that moment; the old one is retired and still told", async () => {
    const folder = emptyFolder();
    const clock = movableClock("2026-12-31T23:59:00.000Z");
    const keys = localIssuerKeys({ folder, clock });
    const old = await keys.signing(ORGANISATION);
    clock.advance(70_000);
    const many = await Promise.all(Array.from({ length: 8 }, () => keys.signing(ORGANISATION)));
    const kids = new Set(many.map(({ kid }) => kid));
    expect(kids.size).toBe(1);
    expect(kids.has(old.kid)).toBe(false);
    const all = await localIssuerKeys({ folder, clock }).keys();
    expect(all.map(({ kid }) => kid)).toEqual([...kids, old.kid]);
    expect(all.map(({ retiredAt }) => retiredAt)).toEqual([undefined, "2027-01-01T00:00:10.000Z"]);
  });

  it("lie where only their owner reads them, and under a password when there is one, also those that lay there plain", async () => {
    const folder = emptyFolder();
    const clock = movableClock("2026-03-01T08:00:00.000Z");
    const file = join(folder, "certificate-keys.json");
    const plain = await localIssuerKeys({ folder, clock }).keys();
    expect(readFileSync(file, "utf8")).toContain('"d"');
    const password = "argan thuya saffron";
    expect(await localIssuerKeys({ folder, clock, password }).keys()).toEqual(plain);
    expect(readFileSync(file, "utf8")).not.toContain('"d"');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await localIssuerKeys({ folder, clock, password }).keys()).toEqual(plain);
  });

  it("do not open without the password, with a wrong one, or when a letter was changed: it is said which file and what to do", async () => {
    const folder = emptyFolder();
    const clock = movableClock("2026-03-01T08:00:00.000Z");
    const open = (password?: string) => localIssuerKeys({ folder, clock, password }).keys();
    await open("right");
    await expect(open()).rejects.toThrow(
      /certificate-keys\.json is under a password: set TWIZA_KEYS/,
    );
    await expect(open("wrong")).rejects.toThrow(/does not open .*certificate-keys\.json/);
    const file = join(folder, "certificate-keys.json");
    const text = readFileSync(file, "utf8");
    const at = text.indexOf('"text": "') + 20;
    writeFileSync(file, text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1));
    await expect(open("right")).rejects.toThrow(/the file was changed/);
  });
});

describe("keys of certificates in KMS", () => {
  it("sign for whom they are: an organisation's own before the one for all, never one that is retired, compromised or to come", async () => {
    const service = await keyService(["all", "own", "old", "lost", "next"]);
    const client = new KMSClient({
      endpoint: service.address,
      region: "eu-west-3",
      credentials: { accessKeyId: "AKIATWIZA", secretAccessKey: "secret" },
    });
    const lines = [
      { id: "next", from: "2027-01-01T00:00:00.000Z" },
      { id: "lost", from: "2026-02-01T00:00:00.000Z", compromisedAfter: 41 },
      { id: "own", from: "2026-01-01T00:00:00.000Z", organisations: [ORGANISATION] },
      { id: "all", from: "2026-01-01T00:00:00.000Z" },
      { id: "old", from: "2025-01-01T00:00:00.000Z", retiredAt: "2026-01-01T00:00:00.000Z" },
    ];
    const clock = movableClock("2026-03-01T08:00:00.000Z");
    const keys = kmsIssuerKeys(JSON.stringify(lines), clock, client);
    const all = await keys.keys();
    expect(all).toHaveLength(5);
    const [own, shared] = [await keys.signing(ORGANISATION), await keys.signing(OTHER)];
    expect(own.kid).toBe(all[2]?.kid);
    expect(shared.kid).toBe(all[3]?.kid);
    expect(holds(all[2], await own.sign(bytes))).toBe(true);
    expect(holds(all[3], await shared.sign(bytes))).toBe(true);
    clock.advance(-2 * 365 * 24 * 60 * 60 * 1000);
    await expect(keys.signing(OTHER)).rejects.toThrow("no key may sign");
    expect(service.calls.filter((it) => it === "GetPublicKey")).toHaveLength(5);
    client.destroy();
    await service.stop();
  });

  it.each(["", "issuer-key", "[]", '[{"id":"a"}]', '[{"id":"a","from":"soon"}]'])(
    "named as %j are refused at the start",
    (names) => {
      const clock = movableClock("2026-03-01T08:00:00.000Z");
      expect(() => kmsIssuerKeys(names, clock)).toThrow();
    },
  );
});
