import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addressOf, didAt, didDocument, didOf, keyOf, keysIn } from "./did.ts";
import { DID, ORIGIN, type SampleKey, sampleKey } from "./testing/index.ts";

const organisationId = DID.split(":").at(-1) ?? "";

describe("the DID of an organisation", () => {
  it.each([
    [ORIGIN, DID, `${ORIGIN}/o/${organisationId}/did.json`],
    [
      "http://localhost:8080/",
      `did:web:localhost%3A8080:o:${organisationId}`,
      `http://localhost:8080/o/${organisationId}/did.json`,
    ],
  ])("of %s is its address, and its address is it", (origin, did, address) => {
    expect(didOf({ origin, organisationId })).toBe(did);
    expect(addressOf(did)).toBe(address);
    expect(didAt(address)).toBe(did);
  });

  it("of a host alone lies in the well-known folder", () => {
    expect(addressOf("did:web:twiza.example")).toBe("https://twiza.example/.well-known/did.json");
    expect(didAt("https://twiza.example/.well-known/did.json")).toBe("did:web:twiza.example");
  });

  it.each([
    "",
    "did:key:z6Mk",
    "did:web:",
    "did:web:twiza.example:",
    "did:web:twiza.example::o",
    "did:web:twiza.example:..:o",
    "did:web:twiza.example:%2e%2e",
    "did:web:twiza.example%2Fo",
    "did:web:user%40twiza.example",
    "did:web:user@twiza.example",
    "did:web:twiza.example%3A80%40evil.example",
    "did:web:twiza.example%3A0",
    "did:web:twiza.example%3a8080",
    "did:web:TWIZA.example",
    "did:web:twiza.example/o",
    "did:web:twiza.example?x",
    "did:web:twiza.example#k",
    "did:web:169.254.169.254",
    "did:web:2130706433",
    "did:web:0x7f000001",
    "did:web:127.0x1",
    "did:web:twiza.example%3A443",
    "did:web:twiza.example%3A99999",
    "did:web:[::1]",
    "did:web:-evil.example",
    "did:web:evil..example",
    "did:web:twiza.example\n",
  ])("is not %j, and nobody is sent there", (did) => {
    expect(addressOf(did)).toBeUndefined();
  });

  it("leads to that host and no other, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 40 }), (tail) => {
        const address = addressOf(`did:web:${tail}`);
        if (address === undefined) return;
        const url = new URL(address);
        expect(url.href).toBe(address);
        expect([url.username, url.password, url.search, url.hash]).toEqual(["", "", "", ""]);
        expect(tail.startsWith(url.hostname)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the document of an issuer", () => {
  let now: SampleKey, retired: SampleKey, lost: SampleKey;
  beforeAll(async () => {
    [now, retired, lost] = await Promise.all([
      sampleKey(),
      sampleKey({ retiredAt: "2026-06-01T00:00:00.000Z" }),
      sampleKey({ compromisedAfter: 41 }),
    ]);
  });
  const keys = () => [now.key, retired.key, lost.key];
  const written = () =>
    JSON.parse(JSON.stringify(didDocument({ did: DID, keys: keys() }))) as object;

  it("tells every key that there ever was, and what became of it", () => {
    expect(keysIn(written(), DID)).toEqual(keys());
    expect(keyOf(written(), `${DID}#${retired.key.kid}`)).toEqual(retired.key);
    expect(keyOf(written(), `${DID}#nobody`)).toBeUndefined();
    expect(keyOf(written(), `did:web:evil.example#${now.key.kid}`)).toBeUndefined();
  });

  it("asserts by what is sound and by what is retired, and no more by what was given up", () => {
    expect(didDocument({ did: DID, keys: keys() }).assertionMethod).toEqual(
      [now, retired].map(({ key }) => `${DID}#${key.kid}`),
    );
  });

  it("gives no key another's name", () => {
    const { verificationMethod } = didDocument({ did: DID, keys: keys() });
    const [one, other] = verificationMethod;
    const forged = { id: DID, verificationMethod: [{ ...other, id: one?.["id"] }] };
    expect(keysIn(forged, DID)).toEqual([]);
    expect(
      keysIn({ id: DID, verificationMethod: [{ ...one, controller: "did:web:x.example" }] }, DID),
    ).toEqual([]);
    expect(keysIn({ id: "did:web:x.example", verificationMethod }, DID)).toEqual([]);
  });

  it.each([undefined, null, [], { id: DID }, { id: DID, verificationMethod: [null, 3, {}] }])(
    "that is none (%j) tells none",
    (document) => {
      expect(keysIn(document, DID)).toEqual([]);
    },
  );
});
