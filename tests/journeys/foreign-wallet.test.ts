import { createHash, randomBytes } from "node:crypto";
import { clientAuthenticationAnonymous, setGlobalConfig } from "@openid4vc/oauth2";
import { Openid4vciClient } from "@openid4vc/openid4vci";
import { learners } from "@twiza/content";
import { signedDocument } from "@twiza/credential/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashesOf, newOffer } from "../../web/src/lib/keep/offer.ts";
import { type House, newIntent, openHouse } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // The house of a test has no TLS; the library asks for it everywhere else.
  setGlobalConfig({ allowInsecureUrls: true });
});
afterAll(() => house.close());

/** Somebody else's engine of a wallet (OpenWallet Foundation), of which nothing here knows what it asks for. */
const wallet = () =>
  new Openid4vciClient({
    callbacks: {
      fetch,
      clientAuthentication: clientAuthenticationAnonymous(),
      generateRandom: (length) => randomBytes(length),
      hash: (data, algorithm) => createHash(algorithm.replaceAll("-", "")).update(data).digest(),
      signJwt: () => {
        throw new Error("Nothing is bound to a key of the wallet.");
      },
    },
  });

/** What the holder's phone shows: the square with the offer, and a PIN. */
async function offered() {
  const learner = await house.as(learners.certified.contact);
  const [certificate] = (await learner.do("listWallet", {})).certificates;
  const params = { certificateId: certificate?.id ?? "" };
  const offer = newOffer(house.origin);
  const body = { intentId: newIntent(), ...(await hashesOf(offer)) };
  await learner.do("offerCredential", { params, body });
  return { ...offer, signed: await learner.do("readSigned", { params }) };
}

describe("a wallet of somebody else's, by its own library", () => {
  it.each(["OpenBadgeCredential_jwt", "OpenBadgeCredential_ldp"])(
    "reads the offer, finds its way by the metadata and fetches the certificate as %s",
    async (credentialConfigurationId) => {
      const { address, pin: txCode, signed } = await offered();
      const client = wallet();
      const credentialOffer = await client.resolveCredentialOffer(address);
      const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
      const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
        ...{ credentialOffer, issuerMetadata, txCode },
      });
      const { credentialResponse } = await client.retrieveCredentials({
        ...{ issuerMetadata, credentialConfigurationId },
        accessToken: accessTokenResponse.access_token,
      });
      const credential =
        credentialConfigurationId === "OpenBadgeCredential_jwt"
          ? signed.jwt
          : signedDocument(signed);
      expect(credentialResponse.credentials).toEqual([{ credential }]);
    },
  );

  it("hears in the words it knows that the PIN is wrong, and is let in by the right one after it", async () => {
    const { address, pin } = await offered();
    const client = wallet();
    const credentialOffer = await client.resolveCredentialOffer(address);
    const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
    const exchange = (txCode: string) =>
      client.retrievePreAuthorizedCodeAccessTokenFromOffer({ credentialOffer, issuerMetadata, txCode }); // prettier-ignore
    const wrong = pin === "000000" ? "000001" : "000000";
    await expect(exchange(wrong)).rejects.toMatchObject({
      errorResponse: { error: "invalid_grant" },
    });
    const { accessTokenResponse } = await exchange(pin);
    await expect(
      client.retrieveCredentials({
        ...{ issuerMetadata, credentialConfigurationId: "OpenBadgeCredential_jwt" },
        accessToken: `${accessTokenResponse.access_token.slice(1)}A`,
      }),
    ).rejects.toMatchObject({ response: { credentialErrorResponseResult: { data: { error: "invalid_token" } } } }); // prettier-ignore
  });
});

describe("a wallet that knows a draft alone, or is a page of another site", () => {
  const token = async () => {
    const { code, pin, signed } = await offered();
    const body = new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:pre-authorized_code",
      "pre-authorized_code": code,
      tx_code: pin,
    });
    const response = await house.anyone.fetch("/oid4vci/token", { method: "POST", body });
    expect(response.headers.get("cache-control")).toContain("no-store");
    const { access_token: bearer } = (await response.json()) as { access_token: string };
    return { bearer, signed };
  };
  const ask = async (bearer: string, wish: object) => {
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
    const body = JSON.stringify(wish);
    const response = await house.anyone.fetch("/oid4vci/credential", { method: "POST", headers, body }); // prettier-ignore
    return (await response.json()) as { credential?: unknown; error?: string };
  };

  it("asks by the format, and gets it as drafts name it; a format that there is none of is refused by name", async () => {
    const { bearer, signed } = await token();
    expect((await ask(bearer, { format: "jwt_vc_json" })).credential).toBe(signed.jwt);
    expect((await ask(bearer, { format: "ldp_vc" })).credential).toEqual(signedDocument(signed));
    expect(await ask(bearer, { format: "mso_mdoc" })).toEqual({
      error: "unsupported_credential_format",
    });
    expect(await ask(bearer, {})).toEqual({ error: "invalid_credential_request" });
  });

  it.each(["/oid4vci/token", "/oid4vci/credential"])(
    "may ask %s from a page of its own",
    async (path) => {
      const response = await house.anyone.fetch(path, {
        method: "OPTIONS",
        headers: {
          origin: "https://wallet.example",
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type",
        },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("access-control-allow-headers")).toContain("authorization");
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    },
  );
});
