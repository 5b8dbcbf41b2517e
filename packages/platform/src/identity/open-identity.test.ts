import { createHmac } from "node:crypto";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hostileIssuer, memoryRecords } from "../testing/index.ts";
import { openIdentity, type Identity } from "./index.ts";

const clock = { now: () => new Date() };
const seconds = () => Math.floor(Date.now() / 1000);
type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

describe("what an issuer says", () => {
  const pairs = new Map<string, Pair>();
  let issuer: Awaited<ReturnType<typeof hostileIssuer>>;
  let identity: Identity;
  let nonce: string;
  let reply: (claims: JWTPayload) => Promise<{ status: number; body: unknown }>;
  const keys: object[] = [];

  const open = (over: { issuerUrl?: string; allowInsecure?: boolean } = {}) =>
    openIdentity({
      issuerUrl: issuer.url,
      clientId: "twiza",
      redirectUri: "http://127.0.0.1:1/auth/callback",
      records: memoryRecords(clock),
      clock,
      allowInsecure: true,
      ...over,
    });

  beforeAll(async () => {
    for (const alg of ["RS256", "ES256", "EdDSA", "PS256"]) {
      const pair = await generateKeyPair(alg, { extractable: true });
      pairs.set(alg, pair);
      keys.push({ ...(await exportJWK(pair.publicKey)), alg, use: "sig", kid: alg });
    }
    issuer = await hostileIssuer({
      keys: () => keys,
      token: () => reply(honest()),
      algorithms: ["RS256", "ES256", "EdDSA", "PS256", "HS256", "none"],
    });
  });
  afterAll(() => {
    issuer.server.close();
  });
  beforeEach(() => {
    identity = open();
  });

  const honest = (): JWTPayload => ({
    iss: issuer.url,
    aud: "twiza",
    sub: "someone",
    iat: seconds(),
    exp: seconds() + 300,
    nonce,
    email: "Fatima@Example.MA",
    email_verified: true,
  });
  const keyOf = (alg: string): Pair => {
    const pair = pairs.get(alg);
    if (!pair) throw new Error(`no key for ${alg}`);
    return pair;
  };
  const signed = (claims: JWTPayload, alg = "RS256", header: object = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg, kid: alg, ...header })
      .sign(keyOf(alg).privateKey);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const grant = (token: unknown) => ({
    status: 200,
    body: { access_token: "a", token_type: "Bearer", id_token: token },
  });

  async function finish() {
    const { url, transaction } = await identity.begin({ returnTo: "/a", language: "zgh" });
    const { searchParams } = new URL(url);
    nonce = searchParams.get("nonce") ?? "";
    const callbackUrl = `/auth/callback?code=c&state=${searchParams.get("state") ?? ""}`;
    return identity.finish({ callbackUrl, transaction });
  }

  test.each(["RS256", "ES256", "EdDSA"])("is believed when %s signs it", async (alg) => {
    reply = async (claims) => grant(await signed(claims, alg));
    expect(await finish()).toEqual({
      issuer: issuer.url,
      subject: "someone",
      contact: "fatima@example.ma",
      language: "zgh",
      returnTo: "/a",
    });
  });

  test("is believed in the way Cognito writes it", async () => {
    const cognito = { token_use: "id", email: undefined, phone_number: "+212612345678" };
    reply = async (claims) =>
      grant(await signed({ ...claims, ...cognito, phone_number_verified: "true" }));
    expect((await finish()).contact).toBe("+212612345678");
  });

  const forgeries: Record<string, (claims: JWTPayload) => unknown> = {
    "no token at all": () => undefined,
    "a token that is no text": () => 42,
    "a token of one part": () => "abc",
    "no algorithm": (claims) => `${part({ alg: "none", kid: "RS256" })}.${part(claims)}.`,
    "the public key used as a shared secret": async (claims) => {
      const input = `${part({ alg: "HS256", kid: "RS256" })}.${part(claims)}`;
      const secret = await exportSPKI(keyOf("RS256").publicKey);
      return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
    },
    "an algorithm we do not take": (claims) => signed(claims, "PS256"),
    "another's key under a known name": async (claims) => {
      const { privateKey } = await generateKeyPair("RS256");
      return new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", kid: "RS256" })
        .sign(privateKey);
    },
    "a key brought along": async (claims) => {
      const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
      const jwk = await exportJWK(publicKey);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", kid: "mine", jwk })
        .sign(privateKey);
    },
    "no key named": (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(keyOf("RS256").privateKey),
    "a key named by a number": (claims) =>
      `${part({ alg: "RS256", kid: 7 })}.${part(claims)}.${"A".repeat(342)}`,
    "an empty signature": async (claims) => (await signed(claims)).replace(/[^.]*$/, ""),
    "a changed claim": async (claims) => {
      const [header = "", , signature = ""] = (await signed(claims)).split(".");
      return `${header}.${part({ ...claims, sub: "other" })}.${signature}`;
    },
    "an unknown critical extension": async (claims) => {
      const header = part({ alg: "RS256", kid: "RS256", crit: ["x"], x: 1 });
      return `${header}.${part(claims)}.${(await signed(claims)).split(".")[2] ?? ""}`;
    },
    "another issuer": (claims) => signed({ ...claims, iss: "https://evil.example" }),
    "no issuer": ({ iss: _, ...claims }) => signed(claims),
    "another audience": (claims) => signed({ ...claims, aud: "other" }),
    "several audiences": (claims) => signed({ ...claims, aud: ["twiza", "other"] }),
    "no audience": ({ aud: _, ...claims }) => signed(claims),
    "a past end": (claims) => signed({ ...claims, exp: seconds() - 3600 }),
    "no end": ({ exp: _, ...claims }) => signed(claims),
    "no beginning": ({ iat: _, ...claims }) => signed(claims),
    "a beginning a year ahead": (claims) => signed({ ...claims, iat: seconds() + 31_536_000 }),
    nobody: ({ sub: _, ...claims }) => signed(claims),
    "an empty subject": (claims) => signed({ ...claims, sub: "" }),
    "another nonce": (claims) => signed({ ...claims, nonce: "other" }),
    "no nonce": ({ nonce: _, ...claims }) => signed(claims),
    "an access token": (claims) => signed({ ...claims, token_use: "access" }),
    "more than 8 kB": (claims) => signed({ ...claims, padding: "x".repeat(9000) }),
  };
  test.each(Object.keys(forgeries))("is refused: %s", async (kind) => {
    reply = async (claims) => grant(await forgeries[kind]?.(claims));
    await expect(finish()).rejects.toMatchObject({ code: "request.forged" });
  });

  test("does not name a person whose contact it has not verified", async () => {
    for (const claims of [
      { email_verified: false },
      { email: "not an e-mail" },
      { email: undefined },
    ]) {
      reply = async (honestClaims) => grant(await signed({ ...honestClaims, ...claims }));
      await expect(finish()).rejects.toMatchObject({ code: "contact.invalid" });
    }
  });

  test("does not sign in the former holder of the phone from memory", async () => {
    reply = async (claims) => grant(await signed({ ...claims, auth_time: seconds() - 1800 }));
    await expect(finish()).rejects.toMatchObject({ code: "sign_in.expired" });
  });

  test("means starting again when the code is spent or she turned back", async () => {
    reply = async () => ({ status: 400, body: { error: "invalid_grant" } });
    await expect(finish()).rejects.toMatchObject({ code: "sign_in.expired" });
    const { url, transaction } = await identity.begin({ returnTo: "/", language: "fr" });
    const state = new URL(url).searchParams.get("state") ?? "";
    const callbackUrl = `/auth/callback?error=access_denied&state=${state}`;
    await expect(identity.finish({ callbackUrl, transaction })).rejects.toMatchObject({
      code: "sign_in.expired",
    });
  });

  test("is a passing trouble while it is silent, and a bug when we are set up wrongly", async () => {
    reply = async () => ({ status: 502, body: {} });
    await expect(finish()).rejects.toMatchObject({ code: "busy" });
    reply = async () => ({ status: 401, body: { error: "invalid_client" } });
    await expect(finish()).rejects.not.toHaveProperty("name", "Refused");
    const nobody = open({ issuerUrl: "http://127.0.0.1:9" });
    await expect(nobody.begin({ returnTo: "/", language: "fr" })).rejects.toMatchObject({
      code: "busy",
    });
  });

  test("is read once, and never over plain http unless that is allowed", async () => {
    const before = issuer.discoveries();
    await identity.begin({ returnTo: "/", language: "fr" });
    await identity.begin({ returnTo: "/", language: "fr" });
    expect(issuer.discoveries()).toBe(before + 1);
    const strict = open({ allowInsecure: false });
    await expect(strict.begin({ returnTo: "/", language: "fr" })).rejects.toMatchObject({
      code: "OAUTH_HTTP_REQUEST_FORBIDDEN",
    });
  });

  test("is asked with code, PKCE S256, state, nonce and a fresh sign-in, each time anew", async () => {
    const one = new URL((await identity.begin({ returnTo: "/", language: "ar" })).url).searchParams;
    const two = new URL((await identity.begin({ returnTo: "/", language: "ar" })).url).searchParams;
    expect(Object.fromEntries(one)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      prompt: "login",
      ui_locales: "ar",
    });
    for (const name of ["state", "nonce", "code_challenge"])
      expect(one.get(name)).not.toBe(two.get(name));
  });
});
