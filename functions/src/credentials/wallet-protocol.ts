import { fetchGranted, redeemOffer } from "@twiza/core";
import { LANGUAGES } from "@twiza/contract/where";
import { messages } from "@twiza/messages/badge";
import type { Context, Hono } from "hono";
import { cors } from "hono/cors";
import * as z from "zod";
import type { Env, Setting } from "../http/app.ts";
import { documentOf } from "./document.ts";

const GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
const JWT = "OpenBadgeCredential_jwt";
const DOCUMENT = "OpenBadgeCredential_ldp";
const FORMS = [
  { id: JWT, format: "jwt_vc_json" },
  { id: DOCUMENT, format: "ldp_vc" },
] as const;
const TYPES = ["VerifiableCredential", "OpenBadgeCredential"];
/** Forms and wishes of wallets are some hundred bytes. */
const MOST_BYTES = 4096;

/**
 * By which a wallet of anybody fetches a certificate (OpenID for Verifiable Credential Issuance 1.0): the pre-authorised code with a
 * PIN, both forms of the credential, no binding to a key of the wallet, since the holder is named in it. Wallets that know a draft alone
 * ask by the format, and read `credential`.
 */
export function walletProtocol(app: Hono<Env>, { deps, origin }: Setting): void {
  // A wallet may be a page of another site. No cookie goes with it: what it may have is told by the token alone.
  app.use("/oid4vci/*", cors({ origin: "*", allowHeaders: ["authorization", "content-type"] }));
  app.use("/.well-known/*", cors({ origin: "*" }));
  app.get("/.well-known/openid-credential-issuer", (c) => c.json(issuerMetadata(origin)));
  app.get("/.well-known/oauth-authorization-server", (c) => c.json(serverMetadata(origin)));
  app.post("/oid4vci/token", async (c) => {
    const form = Token.safeParse(Object.fromEntries(new URLSearchParams(await textOf(c))));
    if (!form.success) return refuse(c, "invalid_request");
    const { "pre-authorized_code": code, tx_code: pin } = form.data;
    const redeemed = await redeemOffer(deps, { code, pin });
    if (!redeemed) return refuse(c, "invalid_grant");
    return c.json({
      access_token: redeemed.token,
      token_type: "Bearer",
      expires_in: redeemed.seconds,
    });
  });
  app.post("/oid4vci/credential", async (c) => {
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header("authorization") ?? "")?.[1];
    const signed = token === undefined ? undefined : await fetchGranted(deps, token);
    if (!signed) {
      c.header("www-authenticate", 'Bearer error="invalid_token"');
      return refuse(c, "invalid_token", 401);
    }
    const wish = Wish.safeParse(jsonOf(await textOf(c)));
    if (!wish.success) return refuse(c, "invalid_credential_request");
    const { credential_configuration_id: wanted, format } = wish.data;
    const form = FORMS.find(({ id, ...of }) => (wanted ? id === wanted : of.format === format));
    if (!form)
      return refuse(c, wanted ? "unknown_credential_configuration" : "unsupported_credential_format"); // prettier-ignore
    const credential = form.id === JWT ? signed.jwt : documentOf(signed);
    return c.json({ credentials: [{ credential }], ...(wanted ? {} : { credential }) });
  });
}

const Token = z.object({
  grant_type: z.literal(GRANT),
  "pre-authorized_code": z.string().min(1).max(200),
  tx_code: z.string().min(1).max(20),
});
const Wish = z
  .object({
    credential_configuration_id: z.string().min(1).max(200).optional(),
    format: z.string().max(200).optional(),
  })
  .refine(({ credential_configuration_id: id, format }) => (id ?? format) !== undefined);

/** The body, when it is no longer than any wallet's wish. */
async function textOf(c: Context): Promise<string> {
  if (Number(c.req.header("content-length") ?? 0) > MOST_BYTES) return "";
  const text = await c.req.text();
  return text.length > MOST_BYTES ? "" : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In the words of OAuth (RFC 6749 §5.2) and OpenID4VCI §8.3.1, which wallets know. */
const refuse = (c: Context, error: string, status: 400 | 401 = 400) => c.json({ error }, status);

/** By which a wallet names what it holds, before it has read it. By it wallets also tell 1.0 from the drafts. */
const SHOWN = {
  display: LANGUAGES.map((locale) => ({ name: messages[locale].description(), locale })),
};

const issuerMetadata = (origin: string) => ({
  credential_issuer: origin,
  credential_endpoint: `${origin}/oid4vci/credential`,
  display: [{ name: "Twiza" }],
  credential_configurations_supported: {
    [JWT]: {
      format: "jwt_vc_json",
      credential_signing_alg_values_supported: ["EdDSA"],
      credential_definition: { type: TYPES },
      credential_metadata: SHOWN,
    },
    [DOCUMENT]: {
      format: "ldp_vc",
      credential_signing_alg_values_supported: ["eddsa-rdfc-2022"],
      credential_definition: {
        "@context": [
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        type: TYPES,
      },
      credential_metadata: SHOWN,
    },
  },
});

const serverMetadata = (origin: string) => ({
  issuer: origin,
  token_endpoint: `${origin}/oid4vci/token`,
  grant_types_supported: [GRANT],
  token_endpoint_auth_methods_supported: ["none"],
  response_types_supported: [],
  "pre-authorized_grant_anonymous_access_supported": true,
});
