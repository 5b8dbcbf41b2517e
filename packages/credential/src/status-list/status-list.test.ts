import { gunzipSync, gzipSync } from "node:zlib";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import {
  checkStatus,
  createList,
  decodeList as theirDecode,
} from "@digitalcredentials/vc-bitstring-status-list";
import {
  STATUS_LIST_LENGTH,
  STATUS_PURPOSES,
  type StatusPurpose,
  statusPlace,
} from "@twiza/contract/status-place";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addProof } from "../integrity/index.ts";
import { signJwt } from "../jwt.ts";
import { DID, knowing, sampleBadge, type SampleKey, sampleKey } from "../testing/index.ts";
import { loaderOf } from "../testing/loader.ts";
import { bitOf, decodeList, encodeList } from "./encode.ts";
import { statusListCredential } from "./status-list.ts";
import { statusOf } from "./status-of.ts";

const entries = STATUS_LIST_LENGTH;
const anyIndex = fc.nat(entries - 1);
const packed = (bytes: Uint8Array): string =>
  `u${Buffer.from(gzipSync(bytes)).toString("base64url")}`;

describe("a list", () => {
  it("says of each entry what was set and of no other, and is small", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyIndex, { maxLength: 60 }),
        anyIndex,
        async (set, asked) => {
          const bits = await decodeList(await encodeList({ entries, set }), { entries });
          for (const index of set) expect(bits && bitOf(bits, index)).toBe(true);
          expect(bits && bitOf(bits, asked)).toBe(set.includes(asked));
        },
      ),
      { numRuns: 25 },
    );
    expect((await encodeList({ entries, set: [] })).length).toBeLessThan(120);
    const thousands = Array.from({ length: 2000 }, (_, at) => (at * 7919) % entries);
    expect((await encodeList({ entries, set: thousands })).length).toBeLessThan(6_000);
  });

  it("is read by another's library bit for bit, and another's list by ours", async () => {
    const set = [0, 7, 8, 123, entries - 1];
    const theirs = await theirDecode({ encodedList: await encodeList({ entries, set }) });
    const list = await createList({ length: entries });
    for (const index of set) list.setStatus(index, true);
    const bits = await decodeList(await list.encode(), { entries });
    for (const index of [0, 1, 7, 8, 9, 122, 123, 124, entries - 2, entries - 1]) {
      expect(theirs.getStatus(index)).toBe(set.includes(index));
      expect(bits && bitOf(bits, index)).toBe(set.includes(index));
    }
  });

  it("has no entry outside it", async () => {
    await expect(encodeList({ entries, set: [entries] })).rejects.toThrow(RangeError);
    await expect(encodeList({ entries, set: [-1] })).rejects.toThrow(RangeError);
    const bits = new Uint8Array(entries / 8);
    for (const index of [-1, entries, 0.5, Number.NaN]) expect(bitOf(bits, index)).toBeUndefined();
  });

  it.each<readonly [string, () => string]>([
    ["megabytes of nothing", () => packed(new Uint8Array(8 * 1024 * 1024))],
    ["a byte too many", () => packed(new Uint8Array(entries / 8 + 1))],
    ["a byte too few", () => packed(new Uint8Array(entries / 8 - 1))],
    ["nothing", () => packed(new Uint8Array())],
    ["no gzip", () => `u${Buffer.from("no gzip").toString("base64url")}`],
    ["half a file", () => packed(new Uint8Array(entries / 8)).slice(0, 40)],
    ["another base", () => packed(new Uint8Array(entries / 8)).replace("u", "z")],
    ["no base", () => packed(new Uint8Array(entries / 8)).slice(1)],
  ])("with %s in it is none", async (_, text) => {
    expect(await decodeList(text(), { entries })).toBeUndefined();
  });

  it("is the same each time it is made, and begins with its first entry", async () => {
    const list = await encodeList({ entries, set: [1] });
    expect(await encodeList({ entries, set: [1] })).toBe(list);
    expect(gunzipSync(Buffer.from(list.slice(1), "base64url"))[0]).toBe(0b01000000);
  });
});

describe("where the status of a certificate stands", () => {
  it.each([
    ["TWZ-4f2a90-2026-000001", { year: 2026, part: 0, index: 1 }],
    ["TWZ-4f2a90-2026-131071", { year: 2026, part: 0, index: 131_071 }],
    ["TWZ-4f2a90-2026-131072", { year: 2026, part: 1, index: 0 }],
    ["TWZ-4f2a90-2027-1000000", { year: 2027, part: 7, index: 82_496 }],
  ])("follows from its number: %s", (number, place) => {
    expect(statusPlace(number)).toEqual(place);
  });

  it("is nowhere for what is no number", () => {
    expect(() => statusPlace("TWZ-4f2a90-2026-1")).toThrow("is no number");
  });
});

describe("how a credential stands", () => {
  const badge = sampleBadge();
  const { index } = statusPlace(badge.credentialSubject.licenseNumber);
  const now = new Date("2026-06-01T12:00:00.000Z");
  const times = {
    validFrom: "2026-06-01T00:00:00.000Z",
    validUntil: "2026-06-02T00:00:00.000Z",
    ttl: 3_600_000,
  };
  let mine: SampleKey;
  beforeAll(async () => {
    mine = await sampleKey();
  });
  const addressOf = (purpose: StatusPurpose): string =>
    badge.credentialStatus.find((each) => each.statusPurpose === purpose)?.statusListCredential ??
    "";
  type Change = Partial<Parameters<typeof statusListCredential>[0]>;
  const listOf = (purpose: StatusPurpose, change: Change = {}) =>
    statusListCredential({
      address: addressOf(purpose),
      issuer: DID,
      purpose,
      set: [],
      ...times,
      ...change,
    });
  const signed = async (purpose: StatusPurpose, change?: Change) =>
    signJwt(await listOf(purpose, change), mine.signer);
  /** How it stands when its lists are those two. */
  const stands = async (lists: Partial<Record<StatusPurpose, string | undefined>>, at = now) => {
    const byAddress = new Map(STATUS_PURPOSES.map((each) => [addressOf(each), lists[each]]));
    return statusOf(badge, {
      listAt: (address) => byAddress.get(address),
      keysOf: knowing(mine.key),
      now: at,
    });
  };

  it("is valid when both lists say so, and says of when they are", async () => {
    const older = await signed("suspension", { validFrom: "2026-05-31T00:00:00.000Z" });
    const lists = { revocation: await signed("revocation"), suspension: older };
    expect(await stands(lists)).toEqual({ state: "valid", asOf: "2026-05-31T00:00:00.000Z" });
  });

  it("is revoked or suspended when one says so, though the other be missing; revoked weighs more", async () => {
    const [revoked, suspended] = await Promise.all(
      STATUS_PURPOSES.map((purpose) => signed(purpose, { set: [index] })),
    );
    expect(await stands({ revocation: revoked })).toMatchObject({ state: "revoked" });
    expect(await stands({ suspension: suspended })).toMatchObject({ state: "suspended" });
    expect(await stands({ revocation: revoked, suspension: suspended })).toMatchObject({
      state: "revoked",
    });
    const neighbours = await signed("revocation", { set: [index - 1, index + 1] });
    expect(
      await stands({ revocation: neighbours, suspension: await signed("suspension") }),
    ).toMatchObject({ state: "valid" });
  });

  it.each<readonly [string, () => Promise<string | undefined>]>([
    ["absent", async () => await Promise.resolve(undefined)],
    ["unproven", async () => await Promise.resolve("a.b.c")],
    [
      "unproven",
      async () =>
        signJwt(await listOf("revocation"), { ...(await sampleKey()).signer, kid: mine.key.kid }),
    ],
    ["unproven", () => signed("revocation", { issuer: "did:web:evil.example" })],
    ["other_issuer", () => signed("revocation", { address: `${addressOf("revocation")}0` })],
    ["other_issuer", () => signed("suspension")],
    ["other_purpose", () => signed("suspension", { address: addressOf("revocation") })],
    ["not_yet", () => signed("revocation", { validFrom: "2026-06-01T12:00:00.001Z" })],
    ["stale", () => signed("revocation", { validUntil: "2026-06-01T12:00:00.000Z" })],
    ["stale", () => signed("revocation", { validUntil: "never" })],
    [
      "unreadable",
      async () => {
        const list = await listOf("revocation");
        const subject = { ...list.credentialSubject, encodedList: packed(new Uint8Array(16)) };
        return signJwt({ ...list, credentialSubject: subject }, mine.signer);
      },
    ],
    [
      "unreadable",
      async () =>
        signJwt({ ...(await listOf("revocation")), type: ["VerifiableCredential"] }, mine.signer),
    ],
  ])("is unknown and never valid when its list is %s", async (why, revocation) => {
    const lists = { revocation: await revocation(), suspension: await signed("suspension") };
    expect(await stands(lists)).toEqual({ state: "unknown", why, purpose: "revocation" });
  });

  it("is unknown when it does not say where it stands, or says it twice", async () => {
    const [one, other] = badge.credentialStatus;
    const listAt = (): undefined => undefined;
    for (const credentialStatus of [
      undefined,
      [],
      [one],
      [one, one, other],
      [{ ...one, statusListIndex: "-1" }, other],
      "x",
    ])
      expect(
        await statusOf({ ...badge, credentialStatus }, { listAt, keysOf: knowing(mine.key), now }),
      ).toMatchObject({ state: "unknown" });
  });

  it("is never valid after any one sign of a list has changed", async () => {
    const [revocation, suspension] = await Promise.all(STATUS_PURPOSES.map((each) => signed(each)));
    await fc.assert(
      fc.asyncProperty(
        fc.nat((revocation?.length ?? 1) - 1),
        fc.constantFrom("A", "B", "f", "0", "9", "-", "_", ".", " "),
        async (at, sign) => {
          fc.pre(revocation?.[at] !== sign);
          const flipped = `${revocation?.slice(0, at)}${sign}${revocation?.slice(at + 1)}`;
          expect(await stands({ revocation: flipped, suspension })).toMatchObject({
            why: "unproven",
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is seen by another's library to change, from lists that carry their proof", async () => {
    const credential = await addProof(badge, mine.signer, { created: badge.validFrom });
    const suite = new DataIntegrityProof({ cryptosuite });
    const asked = async (set: Partial<Record<StatusPurpose, readonly number[]>>) => {
      // Theirs judges a list by the clock of the wall.
      const today = {
        validFrom: "2026-01-01T00:00:00.000Z",
        validUntil: "2999-01-01T00:00:00.000Z",
      };
      const lists = await Promise.all(
        STATUS_PURPOSES.map(async (purpose) => {
          const list = await listOf(purpose, { ...today, set: set[purpose] ?? [] });
          return [
            addressOf(purpose),
            await addProof(list, mine.signer, { created: today.validFrom }),
          ] as const;
        }),
      );
      const documentLoader = loaderOf([mine.key], Object.fromEntries(lists));
      return checkStatus({ credential, documentLoader, suite });
    };
    expect(await asked({})).toMatchObject({ verified: true });
    expect(await asked({ revocation: [index] })).toMatchObject({ verified: false });
    expect(await asked({ suspension: [index] })).toMatchObject({ verified: false });
  });
});
