/** What a wallet is shown and told: the address that it opens, and the PIN that it asks for. */
export type Offer = { readonly address: string; readonly code: string; readonly pin: string };

const GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

/** A new offer, made here: only its hashes leave the phone (OpenID4VCI 1.0 §4.1). */
export function newOffer(origin: string): Offer {
  const random = crypto.getRandomValues(new Uint8Array(32));
  const code = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const [digits = 0] = crypto.getRandomValues(new Uint32Array(1));
  const pin = String(digits % 1_000_000).padStart(6, "0");
  const offer = {
    credential_issuer: origin,
    credential_configuration_ids: ["OpenBadgeCredential_jwt"],
    grants: {
      [GRANT]: { "pre-authorized_code": code, tx_code: { input_mode: "numeric", length: 6 } },
    },
  };
  const query = new URLSearchParams({ credential_offer: JSON.stringify(offer) });
  return { address: `openid-credential-offer://?${query.toString()}`, code, pin };
}

/** What the server is told of it. */
export async function hashesOf({
  code,
  pin,
}: Offer): Promise<{ codeHash: string; pinHash: string }> {
  return { codeHash: await sha256(code), pinHash: await sha256(`${code} ${pin}`) };
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
