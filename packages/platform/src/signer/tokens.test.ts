import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Signer, TokenType } from "@twiza/core";
import { base64url, CompactSign, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localSigner } from "./local.ts";
import { noTokens } from "./no-tokens.ts";
import { jwsTokens } from "./tokens.ts";

const TYPE = "twiza-ticket+jws";
const CLAIMS = { jti: "att_1", sub: "lrn_1", exp: 4_000_000_000 };
const folder = mkdtempSync(join(tmpdir(), "twiza-tokens-"));
const signer = localSigner(folder);
const tokens = jwsTokens(signer);
let token: string;
let kid: string;
beforeAll(async () => {
  token = await tokens.sign(TYPE, CLAIMS);
  kid = (await signer.keys())[0]?.kid ?? "";
});
afterAll(() => rmSync(folder, { recursive: true }));

const part = (value: unknown): string => base64url.encode(JSON.stringify(value));
const parts = () => token.split(".") as [string, string, string];

it("a token is read by whoever made it, and the same claims make the same token", async () => {
  expect(await tokens.verify(TYPE, token)).toEqual(CLAIMS);
  expect(await tokens.sign(TYPE, CLAIMS)).toBe(token);
});

it("a token is short enough for KMS to sign and for a phone to carry", () => {
  expect(token.length).toBeLessThan(600);
});

/** Each is refused, whoever made it. */
const FORGED: Record<string, () => string | Promise<string>> = {
  nothing: () => "",
  "no token": () => "made-up",
  "two parts": () => parts().slice(0, 2).join("."),
  "four parts": () => `${token}.`,
  "alg none, no signature": () => `${part({ alg: "none", kid, typ: TYPE })}.${parts()[1]}.`,
  "alg none, an old signature": () =>
    `${part({ alg: "none", kid, typ: TYPE })}.${parts()[1]}.${parts()[2]}`,
  "alg NoNe": () => `${part({ alg: "NoNe", kid, typ: TYPE })}.${parts()[1]}.${parts()[2]}`,
  "HS256 under our public key": async () => {
    const [key] = await signer.keys();
    return new CompactSign(new TextEncoder().encode(JSON.stringify(CLAIMS)))
      .setProtectedHeader({ alg: "HS256", kid, typ: TYPE })
      .sign(new TextEncoder().encode(key?.x));
  },
  "another's key under our kid": async () => {
    const { privateKey } = await generateKeyPair("EdDSA");
    return new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: "EdDSA", kid, typ: TYPE })
      .sign(privateKey);
  },
  "another's key, brought along": async () => {
    const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
    const jwk = (await crypto.subtle.exportKey("jwk", publicKey)) as { kty: string };
    return new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: "EdDSA", kid, typ: TYPE, jwk, jku: "https://evil.example/keys" })
      .sign(privateKey);
  },
  "a curve of another kind under our kid": async () => {
    const { privateKey } = await generateKeyPair("ES256");
    return new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: "ES256", kid, typ: TYPE })
      .sign(privateKey);
  },
  "a kid that climbs": () =>
    withHeader({ alg: "EdDSA", kid: "../../keys/signing-keys.json", typ: TYPE }),
  "a kid that is no text": () => withHeader({ alg: "EdDSA", kid: [kid], typ: TYPE }),
  "a kid of every object": () => withHeader({ alg: "EdDSA", kid: "__proto__", typ: TYPE }),
  "no kid": () => withHeader({ alg: "EdDSA", typ: TYPE }),
  "a critical header that nobody knows": () =>
    withHeader({ alg: "EdDSA", kid, typ: TYPE, crit: ["exp"], exp: 1 }),
  "an unencoded payload": () =>
    withHeader({ alg: "EdDSA", kid, typ: TYPE, crit: ["b64"], b64: false }),
  "a header that is no JSON": () => `${base64url.encode("{")}.${parts()[1]}.${parts()[2]}`,
  "later claims under an old signature": () =>
    `${parts()[0]}.${part({ ...CLAIMS, exp: 5_000_000_000 })}.${parts()[2]}`,
  "a signature of zeros": () =>
    `${parts()[0]}.${parts()[1]}.${base64url.encode(new Uint8Array(64))}`,
  "a signature cut short": () => token.slice(0, -4),
  padding: () => `${token}==`,
  "a blank at the end": () => `${token} `,
  "a line break in the middle": () => token.replace(".", ".\n"),
  "the alphabet of plain base64": () => `${parts()[0]}.${parts()[1]}.${parts()[2].slice(0, -1)}/`,
  "one megabyte": () => `${parts()[0]}.${"A".repeat(1_000_000)}.${parts()[2]}`,
  "8 kB and one": () => token.padEnd(8193, "A"),
};
const withHeader = (header: object): string => `${part(header)}.${parts()[1]}.${parts()[2]}`;

describe("what we did not sign is refused:", () => {
  it.each(Object.entries(FORGED))("%s", async (_, make) => {
    expect(await tokens.verify(TYPE, await make())).toBeUndefined();
  });

  it("a byte changed at any position", async () => {
    for (let at = 0; at < token.length; at++) {
      for (const other of token[at] === "A" ? "B." : "A.") {
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        if (changed !== token) expect(await tokens.verify(TYPE, changed), `${at}`).toBeUndefined();
      }
    }
  });

  it("the last letter written another way that decodes alike", async () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const accepted = Array.from(alphabet).filter((letter) => !token.endsWith(letter));
    for (const letter of accepted)
      expect(await tokens.verify(TYPE, token.slice(0, -1) + letter), letter).toBeUndefined();
  });
});

it("what we signed for another purpose is refused, though the key is ours", async () => {
  // A purpose that there will be one day.
  const other = "twiza-certificate+jws" as TokenType;
  expect(await tokens.verify(TYPE, await tokens.sign(other, CLAIMS))).toBeUndefined();
});

it("our own key under the algorithm's other name is refused: there is one way to write a token", async () => {
  const text = readFileSync(join(folder, "signing-keys.json"), "utf8");
  const [jwk] = (JSON.parse(text) as { keys: JWK[] }).keys;
  const key = await importJWK({ ...jwk, alg: "Ed25519" });
  const made = await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: "Ed25519", kid, typ: TYPE })
    .sign(key);
  expect(await tokens.verify(TYPE, made)).toBeUndefined();
});

it("a key service that does not answer makes no true token a forged one", async () => {
  const mute: Signer = { ...signer, keys: () => Promise.reject(new Error("no answer")) };
  await expect(jwsTokens(mute).verify(TYPE, token)).rejects.toThrow("no answer");
});

it("whoever may not sign is told so loudly", async () => {
  await expect(noTokens.verify(TYPE, token)).rejects.toThrow("manifest");
});
