import { createPublicKey, verify } from "node:crypto";
import { base64url, compactVerify, CompactSign, importJWK } from "jose";
import { verifyJWS } from "did-jwt";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { multibaseOf } from "./did.ts";
import { signedBytesOf, signJwt, verifyJwt } from "./jwt.ts";
import { MOST_SIGNED_BYTES } from "./open-badge/index.ts";
import { DID, knowing, sampleBadge, type SampleKey, sampleKey } from "./testing/index.ts";

let mine: SampleKey;
let other: SampleKey;
let token: string;
const badge = sampleBadge();
beforeAll(async () => {
  [mine, other] = await Promise.all([sampleKey(), sampleKey()]);
  token = await signJwt(badge, mine.signer);
});
const check = (text: string) => verifyJwt(text, knowing(mine.key));
const parts = () => token.split(".") as [string, string, string];
const encoded = (value: unknown): string => base64url.encode(JSON.stringify(value));
const headed = (header: object): string => `${encoded(header)}.${parts()[1]}.${parts()[2]}`;
const HEADER = { alg: "EdDSA", typ: "vc+jwt" };

describe("a credential as a JWT", () => {
  it("is read back as it was signed, under the key of its issuer", async () => {
    expect(await check(token)).toEqual({
      state: "proven",
      credential: badge,
      issuer: DID,
      kid: mine.key.kid,
    });
    expect(await signJwt(badge, mine.signer)).toBe(token);
    const { length } = parts().slice(0, 2).join(".");
    expect(signedBytesOf(badge, mine.key.kid)).toBe(length);
    expect(length).toBeLessThanOrEqual(MOST_SIGNED_BYTES);
  });

  it("is accepted by three families of libraries that are not ours", async () => {
    const { payload } = await compactVerify(token, await importJWK(mine.key, "EdDSA"));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(badge);

    const [header, body, signature] = parts();
    const publicKey = createPublicKey({ key: { ...mine.key }, format: "jwk" });
    const signed = Buffer.from(`${header}.${body}`);
    expect(verify(null, signed, publicKey, Buffer.from(signature, "base64url"))).toBe(true);

    const method = {
      id: `${DID}#${mine.key.kid}`,
      type: "Multikey",
      controller: DID,
      publicKeyMultibase: multibaseOf(mine.key),
    };
    expect(verifyJWS(token, [method])).toBe(method);
    const wrong = { ...method, publicKeyMultibase: multibaseOf(other.key) };
    expect(() => verifyJWS(token, [wrong])).toThrow();
  });

  it("that another library signed is accepted", async () => {
    const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign"]);
    const { x = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
    const theirs = await new CompactSign(new TextEncoder().encode(JSON.stringify(badge)))
      .setProtectedHeader({ ...HEADER, kid: `${DID}#${other.key.kid}` })
      .sign(pair.privateKey);
    const proof = await verifyJwt(theirs, knowing({ ...other.key, x }));
    expect(proof).toMatchObject({ state: "proven", credential: badge });
  });

  it("with any one of its signs another is proven no more", async () => {
    const signs = Array.from(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= {",
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...signs), async (at, sign) => {
        fc.pre(token[at] !== sign);
        const flipped = token.slice(0, at) + sign + token.slice(at + 1);
        expect((await check(flipped)).state).toBe("unproven");
      }),
      { numRuns: 400 },
    );
  });

  it.each<readonly [string, string, () => string]>([
    ["nothing", "malformed", () => ""],
    ["two parts", "malformed", () => parts().slice(0, 2).join(".")],
    ["four parts", "malformed", () => `${token}.`],
    ["a blank behind it", "malformed", () => `${token} `],
    ["padding", "malformed", () => `${token}==`],
    ["no signature", "malformed", () => `${parts()[0]}.${parts()[1]}.`],
    ["alg none", "other_kind", () => headed({ ...HEADER, alg: "none", kid: `${DID}#k` })],
    ["another type", "other_kind", () => headed({ ...HEADER, typ: "JWT", kid: `${DID}#k` })],
    ["something critical", "other_kind", () => headed({ ...HEADER, crit: ["b64"], b64: false })],
    ["a key that is no address", "malformed", () => headed({ ...HEADER, kid: "key-1" })],
    ["a list for a header", "malformed", () => `${encoded([HEADER])}.${parts()[1]}.${parts()[2]}`],
    ["100,000 signs", "malformed", () => `${parts()[0]}.${"A".repeat(100_000)}.${parts()[2]}`],
  ])("with %s is %s", async (_, code, forged) => {
    expect(await check(forged())).toEqual({ state: "unproven", code });
  });

  it("is proven and refused alike by a phone whose browser knows no such signature", async () => {
    const unknown = vi.spyOn(crypto.subtle, "importKey");
    unknown.mockRejectedValue(new Error("Unrecognized name."));
    try {
      expect(await check(token)).toMatchObject({ state: "proven" });
      const forged = await signJwt(badge, { ...other.signer, kid: mine.signer.kid });
      expect(await check(forged)).toMatchObject({ code: "wrong_signature" });
    } finally {
      unknown.mockRestore();
    }
  });

  it("by another's key is not its issuer's, and a key or an issuer that nobody knows is no forgery", async () => {
    const forged = await signJwt(badge, { ...other.signer, kid: mine.signer.kid });
    expect(await check(forged)).toMatchObject({ code: "wrong_signature" });
    const elsewhere = { ...badge, issuer: { ...badge.issuer, id: "did:web:evil.example" } };
    expect(await check(await signJwt(elsewhere, other.signer))).toMatchObject({
      code: "unknown_issuer",
    });
    const [, , signature] = parts();
    const swapped = `${encoded({ ...HEADER, kid: `did:web:evil.example#${other.key.kid}` })}.${parts()[1]}.${signature}`;
    expect(await check(swapped)).toMatchObject({ code: "other_issuer" });
    expect(await verifyJwt(token, knowing(other.key))).toMatchObject({ code: "unknown_key" });
  });
});
