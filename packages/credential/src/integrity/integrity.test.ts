import { createPrivateKey, sign } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { issue, verifyCredential } from "@digitalbazaar/vc";
import { base58 } from "@scure/base";
import type { Certificate } from "@twiza/contract";
import { JsonLdParser } from "jsonld-streaming-parser";
import { RDFC10 } from "rdfjs-c14n";
import { beforeAll, describe, expect, it } from "vitest";
import { didDocument, didOf } from "../did.ts";
import { credentialWith } from "../document.ts";
import { isRecord } from "../proof.ts";
import {
  DID,
  knowing,
  ORIGIN,
  sampleBadge,
  sampleCertificate,
  type SampleKey,
  sampleKey,
} from "../testing/index.ts";
import { loaderOf } from "../testing/loader.ts";
import { faultsOf } from "../testing/schema.ts";
import { signTogether } from "../together.ts";
import { BUNDLED, canonical } from "./canonical.ts";
import { addProof, signedBytes, verifyProof } from "./integrity.ts";
import { proofOf } from "./proof-of.ts";
import { VECTOR } from "./vectors.testing.ts";

const PARTNER = {
  organisationId: "org_0198f0c27e7a7c3d8e9fa0b1c2d3ffff",
  organisationName: { ar: "مكتب التكوين المهني" },
  since: "2026-02-01T10:00:00.000Z",
} as NonNullable<Certificate["partners"]>[number];
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

/** In an order that a reader of streams takes: what something is before what is said of it. */
function typeFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typeFirst);
  if (!isRecord(value)) return value;
  const rank = (name: string): number => ["@context", "type"].indexOf(name) + 1 || 3;
  const members = Object.entries(value).toSorted(([one], [other]) => rank(one) - rank(other));
  return Object.fromEntries(members.map(([name, each]) => [name, typeFirst(each)]));
}

describe("how a graph reads", () => {
  it("is the same with what was worked out before as without, whatever was read in between", async () => {
    const documents: object[] = [
      badge,
      sampleBadge({ certificate: sampleCertificate({ courseTitle: { fr: "Tissage" } }) }),
      { ...badge, credentialSubject: { ...badge.credentialSubject, achievement: undefined } },
      { "@context": badge["@context"], type: ["VerifiableCredential"], issuer: { id: DID, type: ["Profile"], name: "x" } }, // prettier-ignore
      { "@context": badge["@context"], type: ["Profile", "Achievement"], name: "x", related: [{ type: ["Related", "Profile"], name: "y" }] }, // prettier-ignore
      { "@context": [...badge["@context"]].reverse(), type: ["Alignment"], targetName: "x" },
    ].map((each) => JSON.parse(JSON.stringify(each)) as object);
    const alone = await Promise.all(
      documents.map((each) => canonical(each, new Map(BUNDLED)).catch(String)),
    );
    expect(new Set(alone).size).toBe(documents.length);
    for (const order of [documents, documents.toReversed(), documents])
      for (const each of order)
        expect(await canonical(each).catch(String)).toBe(alone[documents.indexOf(each)]);
  });
});

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

  it("is accepted by them with what a partner has signed within it, and that by itself as well", async () => {
    const partner = await sampleKey();
    const certificate = sampleCertificate({ partners: [PARTNER] });
    const together = await signTogether({
      ...{ badge: sampleBadge({ certificate }), certificate, origin: ORIGIN },
      ...{ keys: [partner.signer], signedAt: created },
    });
    const whole = credentialWith(together.badge, together.endorsements);
    const document = await addProof(whole, mine.signer, { created });
    const did = didOf({ origin: ORIGIN, organisationId: PARTNER.organisationId });
    const theirs = didDocument({ did, keys: [partner.key] });
    const methods = theirs.verificationMethod.map((method): [string, object] => [
      `${did}#${partner.key.kid}`,
      { ...method, "@context": "https://w3id.org/security/multikey/v1" },
    ]);
    const documentLoader = loaderOf([mine.key], {
      [did]: { ...theirs, "@context": "https://www.w3.org/ns/did/v1" },
      ...Object.fromEntries(methods),
    });
    const suite = new DataIntegrityProof({ cryptosuite });
    const asked = { suite, documentLoader, now: new Date(created), checkStatus: () => ({ verified: true }) }; // prettier-ignore
    const [endorsed] = document.endorsement ?? [];
    for (const credential of [document, endorsed ?? {}])
      expect(await verifyCredential({ credential, ...asked })).toMatchObject({ verified: true });
    const forged = { ...endorsed, name: "Somebody else" };
    expect(await verifyCredential({ credential: forged, ...asked })).toMatchObject({
      verified: false,
    });
    // Theirs of another family leaves a proof that lies deeper than the first out of its graph, so that it reads what each has signed.
    const { proof: _proof, ...said } = { ...endorsed } as Record<string, unknown>;
    for (const each of [together.badge, said]) {
      const parser = new JsonLdParser({
        documentLoader: { load: async (url) => await Promise.resolve(BUNDLED.get(url) ?? {}) },
      });
      parser.end(JSON.stringify(typeFirst(each)));
      const quads = await Array.fromAsync(parser);
      expect(await new RDFC10().canonicalize(quads)).toBe(await canonical(each));
    }
    expect(faultsOf(document)).toEqual(["/credentialStatus must be object"]);
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
