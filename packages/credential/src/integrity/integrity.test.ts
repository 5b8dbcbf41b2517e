import { createPrivateKey, sign } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { issue, verifyCredential } from "@digitalbazaar/vc";
import { base58 } from "@scure/base";
import { JsonLdParser } from "jsonld-streaming-parser";
import { RDFC10 } from "rdfjs-c14n";
import { beforeAll, describe, expect, it } from "vitest";
import {
  DID,
  knowing,
  sampleBadge,
  sampleCertificate,
  type SampleKey,
  sampleKey,
} from "../testing/index.ts";
import { loaderOf } from "../testing/loader.ts";
import { BUNDLED, canonical } from "./canonical.ts";
import { addProof, proofOf, signedBytes, verifyProof } from "./integrity.ts";
import { VECTOR } from "./vectors.testing.ts";

const badge = sampleBadge();
const created = "2026-03-01T10:00:05.000Z";
let mine: SampleKey;
let other: SampleKey;
let signed: Awaited<ReturnType<typeof addProof<typeof badge>>>;
beforeAll(async () => {
  [mine, other] = await Promise.all([sampleKey(), sampleKey()]);
  signed = await addProof(badge, mine.signer, { created });
});
const check = (document: unknown) => verifyProof(document, knowing(mine.key, other.key));
/** The signed document with something else at a path, or nothing there. */
function changed(path: string, value?: unknown): Record<string, unknown> {
  const copy = JSON.parse(JSON.stringify(signed)) as Record<string, unknown>;
  const names = path.split("/");
  const last = names.pop() ?? "";
  let at: Record<string, unknown> = copy;
  for (const name of names) at = at[name] as Record<string, unknown>;
  at[last] = value;
  // What is undefined is not written.
  return JSON.parse(JSON.stringify(copy)) as Record<string, unknown>;
}

describe("a credential with its proof on it", () => {
  it("is proven to be its issuer's, and its proof follows from the value that is kept", async () => {
    expect(await check(JSON.parse(JSON.stringify(signed)))).toEqual({
      state: "proven",
      credential: badge,
      issuer: DID,
      kid: mine.key.kid,
      created,
    });
    const [proof] = signed.proof;
    const { proofValue = "" } = proof ?? {};
    expect(proofOf({ issuer: DID, kid: mine.key.kid, created, proofValue })).toEqual(proof);
    expect(await addProof(badge, mine.signer, { created })).toEqual(signed);
  });

  it("is accepted by the libraries of Digital Bazaar, and what they sign by ours", async () => {
    const documentLoader = loaderOf([mine.key]);
    const now = new Date(created);
    const suite = new DataIntegrityProof({ cryptosuite });
    // How it stands is tried where the lists are.
    const checkStatus = () => ({ verified: true });
    const asked = { suite, documentLoader, now, checkStatus };
    expect(await verifyCredential({ credential: signed, ...asked })).toMatchObject({
      verified: true,
    });
    const forged = changed("credentialSubject/identifier/0/identityHash", "Zineb");
    expect(await verifyCredential({ credential: forged, ...asked })).toMatchObject({
      verified: false,
    });

    const id = `${DID}#${mine.key.kid}`;
    const signer = {
      id,
      algorithm: "Ed25519" as const,
      sign: ({ data }: { data: Uint8Array }) => mine.signer.sign(data),
    };
    const theirs = await issue({
      credential: structuredClone(badge),
      suite: new DataIntegrityProof({ cryptosuite, signer, date: created }),
      documentLoader,
      now,
    });
    expect(await check(theirs)).toMatchObject({ state: "proven", kid: mine.key.kid });
  });

  it("reads the same in another's JSON-LD and another's canonical form", async () => {
    const parser = new JsonLdParser({
      rdfDirection: "i18n-datatype",
      documentLoader: { load: async (url) => await Promise.resolve(BUNDLED.get(url) ?? {}) },
    });
    // Signs that some write as they are and others escape.
    const learnerName = "a\"b\\c\td\ne\u200f<f>{@^'e\u0301ⴰ\u2028\ufeffم";
    const written = sampleBadge({ certificate: sampleCertificate({ learnerName }) });
    parser.end(JSON.stringify(written));
    const quads = await Array.fromAsync(parser);
    expect(await new RDFC10().canonicalize(quads)).toBe(await canonical(written));
  });

  it("is hashed and signed as the standard's own example", async () => {
    const { proof, ...document } = VECTOR.signed;
    const { proofValue, ...options } = proof;
    const contexts = new Map<string, object>([
      ...BUNDLED,
      [document["@context"][1], VECTOR.examples],
    ]);
    const bytes = await signedBytes(document, options, contexts);
    expect(Buffer.from(bytes).toString("hex")).toBe(VECTOR.proofHash + VECTOR.documentHash);
    // The head of a private key in PKCS #8, before its 32 bytes.
    const seed = base58.decode(VECTOR.secretKey.slice(1)).subarray(2);
    const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
    const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    expect(`z${base58.encode(new Uint8Array(sign(null, bytes, key)))}`).toBe(proofValue);
  });

  it("holds beside proofs of others, and beside a second of its issuer, but not beside a false one", async () => {
    const twice = await addProof(signed, other.signer, { created });
    expect(twice.proof).toHaveLength(2);
    expect(await check(twice)).toMatchObject({ state: "proven", kid: mine.key.kid });
    const stranger = { ...signed.proof[0], verificationMethod: "did:web:other.example#k" };
    expect(await check({ ...signed, proof: [stranger, ...signed.proof] })).toMatchObject({
      state: "proven",
    });
    expect(await check({ ...signed, proof: [stranger] })).toMatchObject({ code: "other_issuer" });
    const half = { ...signed.proof[0], created: "2026-03-02T10:00:00.000Z" };
    const both = { ...signed, proof: [half, ...signed.proof] };
    expect(await check(both)).toMatchObject({ code: "wrong_signature" });
  });
});

describe("a document that somebody changed", () => {
  it.each<readonly [string, string, string, () => unknown]>([
    [
      "another name",
      "wrong_signature",
      "credentialSubject/identifier/0/identityHash",
      () => "Zineb",
    ],
    ["a better result", "wrong_signature", "credentialSubject/result/0/value", () => "100"],
    ["no end", "wrong_signature", "validUntil", () => undefined],
    ["no status", "wrong_signature", "credentialStatus", () => undefined],
    ["an earlier proof", "wrong_signature", "proof/0/created", () => "2020-01-01T00:00:00.000Z"],
    ["a term that nobody defines", "malformed", "honours", () => "all"],
    [
      "a context of its own",
      "malformed",
      "@context/2",
      () => ({ honours: "https://evil.example/#h" }),
    ],
    ["a context to fetch", "malformed", "@context/2", () => "https://evil.example/context.json"],
    ["no context", "malformed", "@context", () => undefined],
    ["a value in other words", "malformed", "validFrom", () => ({ "@value": badge.validFrom })],
    ["a nothing that is signed by nobody", "malformed", "evidence", () => null],
    ["a proof in a chain", "other_kind", "proof/0/previousProof", () => "urn:uuid:1"],
    ["another purpose", "other_kind", "proof/0/proofPurpose", () => "authentication"],
    ["another suite", "other_kind", "proof/0/cryptosuite", () => "eddsa-jcs-2022"],
    ["no proof", "malformed", "proof", () => undefined],
    ["no value of its proof", "malformed", "proof/0/proofValue", () => undefined],
    ["a value in base64", "malformed", "proof/0/proofValue", () => "uAAAA"],
    ["a value of a million signs", "malformed", "proof/0/proofValue", () => `z${"2".repeat(1e6)}`],
    ["a key that nobody knows", "unknown_key", "proof/0/verificationMethod", () => `${DID}#k`],
  ])("with %s is %s", async (_, code, path, value) => {
    expect(await check(changed(path, value()))).toEqual({ state: "unproven", code });
  });

  it.each([[undefined], [null], ["text"], [3], [[]], [{}]])(
    "that is none (%j) is malformed",
    async (document) => {
      expect(await check(document)).toEqual({ state: "unproven", code: "malformed" });
    },
  );

  it("is not looked at for long when it is made to keep us busy", async () => {
    // Blank nodes that are all alike and all tied to each other: the order of them is what takes time.
    const nodes = Array.from({ length: 40 }, () => ({ type: ["Related"] }));
    const poison = changed("credentialSubject/achievement/related", nodes);
    const begun = performance.now();
    expect(await check(poison)).toMatchObject({ state: "unproven" });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
