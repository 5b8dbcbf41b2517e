import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { downloadZip } from "client-zip";
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { filesOf, weightOf } from "@twiza/contract/pack-choice";
import { handOn } from "./hand-on.ts";
import { CHOICE, NAMES, PIECE } from "./names.ts";
import { openPacks } from "./open-packs.ts";
import { FILES, type Outside, pathOf } from "./outside.ts";
import type { PackRecord } from "./record.ts";
import { take } from "./take.ts";
import { phoneStorage, shop } from "./testing.ts";

const choice = { languages: ["fr"], spoken: ["fr"], audio: true };
const quiet = (): void => undefined;
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Somebody who signs, as our server does. */
function signer(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    key: { kid, x },
    sign: (claims: object, header: object = { alg: "EdDSA", kid, typ: "twiza-pack+jws" }) => {
      const input = `${base64url(header)}.${base64url(claims)}`;
      return `${input}.${sign(null, Buffer.from(input), privateKey).toString("base64url")}`;
    },
  };
}
const server = signer("ours");
const keys = [server.key];

type Course = ReturnType<ReturnType<typeof shop>["course"]>;
const claimsOf = ({ courseId, version, pack }: Course) => ({ course: courseId, version, index: pack }); // prettier-ignore

/** A phone that answers no network at all, unless it is told of a shop. */
function phone(options: { blobs?: ReadonlyMap<string, Uint8Array>; quota?: number } = {}) {
  const storage = phoneStorage(options.quota);
  const fetch: Outside["fetch"] = async (path) => {
    const bytes = options.blobs?.get(path.slice(pathOf("").length));
    if (!bytes) throw new TypeError("no network");
    return Promise.resolve(new Response(bytes.slice()));
  };
  const outside: Outside = { caches: storage.caches, estimate: storage.estimate, fetch };
  const contents = async () => {
    const cache = await outside.caches.open(FILES);
    const names = [...storage.names(FILES)].sort();
    const texts = names.map(async (name) => [name, await (await cache.match(pathOf(name)))?.text()]); // prettier-ignore
    return JSON.stringify([await Promise.all(texts), await openPacks(outside).list()]);
  };
  const takes = (file: Blob, how: Partial<Parameters<typeof take>[2]> = {}) =>
    take(outside, file, { keys, signal: new AbortController().signal, tell: quiet, ...how });
  return { outside, storage, contents, takes, packs: () => openPacks(outside) };
}

const market = shop();
const course = market.course("crs_a", 2, 3);

/** A phone that has downloaded a course, with its signature. */
async function giver(offer: Course = course, wanted = choice) {
  const hers = phone({ blobs: market.blobs });
  await hers.packs().fetch(offer, { choice: wanted, saysNow: true }, quiet);
  const [record] = await hers.packs().list();
  if (!record) throw new Error("it was downloaded");
  await hers.packs().sign(record, server.sign(claimsOf(offer)));
  return hers;
}
async function fileOf(offer: Course = course, wanted = choice): Promise<Blob> {
  const hers = await giver(offer, wanted);
  const [record] = await hers.packs().list();
  return handOn(hers.outside, record as PackRecord);
}

const chosen = (text: string): [string, string] => [
  CHOICE + createHash("sha256").update(text).digest("hex"),
  text,
];
/** A file in which something else was chosen, named as it should be. */
const choosing = (text: string) => (things: Map<string, string | Uint8Array>) => {
  things.delete(chosen(JSON.stringify(choice))[0]);
  things.set(...chosen(text));
};

/** A file put together by somebody else than us. */
async function forged(change: (things: Map<string, string | Uint8Array>) => void): Promise<Blob> {
  const things = new Map<string, string | Uint8Array>([
    [NAMES.signature, server.sign(claimsOf(course))],
    [NAMES.index, JSON.stringify(course.index)],
    chosen(JSON.stringify(choice)),
  ]);
  for (const { hash } of filesOf(course.index, choice))
    things.set(PIECE + hash, market.blobs.get(hash) ?? "");
  change(things);
  return downloadZip(
    [...things].map(([name, input]) => ({
      name,
      input: typeof input === "string" ? input : input.slice(),
    })),
  ).blob();
}

let file: Blob;
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  file = await fileOf();
  bytes = new Uint8Array(await file.arrayBuffer());
});
afterEach(() => vi.restoreAllMocks());

describe("a course from a file", () => {
  it("is on a phone without network exactly as if it had been downloaded, and can be handed on again byte by byte", async () => {
    const [hers, other] = [await giver(), phone()];
    const told: number[] = [];
    await other.takes(file, { tell: ({ done }) => told.push(done) });
    const [taken] = await other.packs().list();
    expect(taken).toMatchObject({ courseId: "crs_a", version: 2, status: "whole", damaged: false });
    expect([...other.storage.names(FILES)].sort()).toEqual([...hers.storage.names(FILES)].sort());
    expect(told.at(-1)).toBe(weightOf(filesOf(course.index, choice)));
    const again = await handOn(other.outside, taken as PackRecord);
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(bytes);
    await other.packs().remove("crs_a");
    expect(other.storage.names(FILES)).toEqual([]);
  });

  it("taken twice is there once", async () => {
    const other = phone();
    await other.takes(file);
    const before = await other.contents();
    await other.takes(file);
    expect(await other.contents()).toBe(before);
  });

  it("is proven also by a browser that cannot do it itself", async () => {
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new Error("Unrecognized name."));
    await phone().takes(file);
    const other = signer("ours");
    await expect(phone().takes(file, { keys: [other.key] })).rejects.toMatchObject({ reason: "forged" }); // prettier-ignore
  });

  it("in another choice adds to what is here, and takes nothing away", async () => {
    const other = phone();
    await other.takes(await fileOf(course, { ...choice, audio: false }));
    const silent = other.storage.names(FILES).length;
    await other.takes(file);
    expect(other.storage.names(FILES).length).toBeGreaterThan(silent);
    await other.takes(await fileOf(course, { ...choice, audio: false }));
    expect((await other.packs().list())[0]).toMatchObject({ status: "whole", choice });
  });

  it("of a newer version lies beside the older, which somebody may be enrolled in; an older one is refused where the newer is", async () => {
    const [older, other] = [await fileOf(market.course("crs_a", 1, 3)), phone()];
    await other.takes(older);
    await other.takes(file);
    expect((await other.packs().list()).map(({ version }) => version)).toEqual([1, 2]);
    const before = await other.contents();
    await expect(other.takes(older)).rejects.toMatchObject({ reason: "older" });
    expect(await other.contents()).toBe(before);
  });
});

describe("what is not taken leaves the phone as it was", () => {
  /** A phone with another course on it, which must stay. */
  async function refused(
    given: Blob,
    how: Parameters<ReturnType<typeof phone>["takes"]>[1] = {},
  ): Promise<unknown> {
    const other = phone();
    await other.takes(await fileOf(market.course("crs_b", 1, 2)));
    const before = await other.contents();
    const error: unknown = await other.takes(given, how).then(
      () => "taken",
      (fault: unknown) => fault,
    );
    expect(await other.contents()).toBe(before);
    return error;
  }

  /** Any byte is somewhere near: five times as many are tried before a change lands. */
  const changes = process.env["TWIZA_WHOLE"] === undefined ? 300 : 1500;

  it("any single changed byte is refused, or changes nothing of the course", async () => {
    const intact = phone();
    await intact.takes(file);
    const expected = await intact.contents();
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ by;
          const other = phone();
          const outcome = await other.takes(new Blob([changed])).then(
            () => "taken",
            (fault: unknown) => (fault as Error).name,
          );
          if (outcome === "taken") expect(await other.contents()).toBe(expected);
          else {
            expect(outcome).toBe("TakeFault");
            expect(other.storage.names(FILES)).toEqual([]);
            refusals += 1;
          }
        },
      ),
      { numRuns: changes },
    );
    expect(refusals).toBeGreaterThan(changes / 5);
  });

  it("a file that was cut short anywhere is refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (length) => {
        const other = phone();
        const reason = await other.takes(file.slice(0, length)).catch((fault: unknown) => fault);
        expect(["broken", "foreign"]).toContain((reason as { reason?: string }).reason);
        expect(other.storage.names(FILES)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["nothing", "empty", () => new Blob([])],
    ["a picture", "foreign", () => new Blob(["\u0089PNG and then some more bytes of it"])],
    [
      "somebody else's archive",
      "foreign",
      () => downloadZip([{ name: "a.txt", input: "a" }]).blob(),
    ],
  ] as const)("%s is told to be %s", async (_, reason, make) => {
    expect(await refused(await make())).toMatchObject({ reason });
  });

  it.each<[string, string, Parameters<typeof forged>[0]]>([
    [
      "another's signature",
      "forged",
      (things) => things.set(NAMES.signature, signer("ours").sign(claimsOf(course))),
    ],
    [
      "a key that is not known here",
      "new_key",
      (things) => things.set(NAMES.signature, signer("newer").sign(claimsOf(course))),
    ],
    [
      "a signature for another purpose",
      "forged",
      (things) =>
        things.set(
          NAMES.signature,
          server.sign(claimsOf(course), { alg: "EdDSA", kid: "ours", typ: "twiza-ticket+jws" }),
        ),
    ],
    [
      "a signature without algorithm",
      "forged",
      (things) =>
        things.set(
          NAMES.signature,
          server.sign(claimsOf(course), { alg: "none", kid: "ours", typ: "twiza-pack+jws" }),
        ),
    ],
    [
      "a list of another course than the signature says",
      "forged",
      (things) =>
        things.set(NAMES.signature, server.sign({ ...claimsOf(course), course: "crs_z" })),
    ],
    [
      "another list than the signed one",
      "broken",
      (things) => things.set(NAMES.index, JSON.stringify({ ...course.index, format: 2 })),
    ],
    [
      "a choice that asks for more than there is",
      "broken",
      choosing(JSON.stringify({ ...choice, audio: false })),
    ],
    ["a choice that is none", "broken", choosing("[1,")],
    ["a path out of its place", "broken", (things) => things.set("content/../../evil", "x")],
    [
      "a list of megabytes before anything is proven",
      "foreign",
      (things) => things.set(NAMES.signature, "x".repeat(9000)),
    ],
    ["no list", "foreign", (things) => things.delete(NAMES.index)],
    ["a missing piece", "broken", (things) => things.delete([...things.keys()].at(-1) ?? "")],
  ])("%s is %s", async (_, reason, change) => {
    // prettier-ignore
    expect(await refused(await forged(change))).toMatchObject({ reason });
  });

  it("two things of one name, and what is compressed, are broken", async () => {
    const twice = downloadZip(
      [1, 2].map((input) => ({ name: NAMES.signature, input: `${input}` })),
    );
    expect(await refused(await twice.blob())).toMatchObject({ reason: "broken" });
    const listed = bytes.slice();
    const view = new DataView(listed.buffer);
    const start = view.getUint32(bytes.length - 6, true);
    view.setUint16(start + 10, 8, true);
    expect(await refused(new Blob([listed]))).toMatchObject({ reason: "broken" });
  });

  it("a full phone is told both amounts, before the first byte and in the middle", async () => {
    const needed = weightOf(filesOf(course.index, choice));
    for (const tells of [true, false]) {
      const other = phone({ quota: needed + 400 });
      const outside = tells ? other.outside : { ...other.outside, estimate: undefined };
      const how = { keys, signal: new AbortController().signal, tell: quiet };
      await expect(take(outside, file, how)).rejects.toMatchObject({ reason: "full", needed: expect.any(Number) as number }); // prettier-ignore
      expect(other.storage.names(FILES)).toEqual([]);
    }
  });

  it("stopped half-way it leaves nothing of itself, and can be taken again", async () => {
    const stop = new AbortController();
    const tell = ({ done, total }: { done: number; total: number }) => {
      if (done > total / 2) stop.abort();
    };
    expect(await refused(file, { signal: stop.signal, tell })).toBe(stop.signal.reason);
    await phone().takes(file);
  });

  it("two gigabytes are never read into memory", async () => {
    const size = 2 ** 31;
    let most = 0;
    const slice = (from: number, to: number) => {
      most = Math.max(most, to - from);
      const sliced = new Uint8Array(to - from);
      if (from === 0) sliced.set([0x50, 0x4b, 3, 4]);
      return new Blob([sliced]);
    };
    // The two members of a blob that are read.
    const huge = { size, slice } as unknown as Blob;
    expect(await refused(huge)).toMatchObject({ reason: "broken" });
    expect(most).toBeLessThan(100);
  });
});

describe("handing on", () => {
  it("refuses what is not signed, what is not whole, and a list that is not the signed one", async () => {
    const hers = await giver();
    const [record] = await hers.packs().list();
    const { signature: _, ...unsigned } = record as PackRecord;
    await expect(handOn(hers.outside, unsigned)).rejects.toMatchObject({ reason: "missing" });
    const other = server.sign(claimsOf(market.course("crs_a", 2, 4)));
    const wrong = { ...(record as PackRecord), signature: other };
    await expect(handOn(hers.outside, wrong)).rejects.toMatchObject({ reason: "corrupt" });
    hers.storage.clear(FILES, [...hers.storage.names(FILES)].at(-1) ?? "");
    await expect(handOn(hers.outside, record as PackRecord)).rejects.toMatchObject({ reason: "missing" }); // prettier-ignore
  });

  it("writes an archive that says nothing of the phone: the same course gives the same bytes", async () => {
    const digest = (blob: ArrayBuffer) => createHash("sha256").update(new Uint8Array(blob)).digest("hex"); // prettier-ignore
    expect(digest(await (await fileOf()).arrayBuffer())).toBe(digest(bytes.buffer));
  });
});
