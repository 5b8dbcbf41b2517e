import {
  type CertificateId,
  type CredentialOffer,
  type Hash,
  type IntentId,
  OFFER_TRIES,
  type SignedCertificate,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide, digest, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { whyUnsigned } from "./sign.ts";

const OFFER_MINUTES = 10;
const GRANT_MINUTES = 5;
const inMinutes = (now: Date, minutes: number): string =>
  new Date(now.getTime() + minutes * 60_000).toISOString();

type Offered = { intentId: IntentId; codeHash: Hash; pinHash: Hash };

/**
 * Lets one wallet fetch a certificate that is hers, once. Only who holds it may: not even its organisation.
 * @throws Refused `not_found` for a certificate of somebody else
 */
export function offerCredential(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: CertificateId; body: Offered },
): Promise<{ expiresAt: string }> {
  return once(
    deps,
    { principal, operation: `certificate.offer ${id}`, request: body },
    async () => {
      const { value } = found(await deps.store.certificates.byId(id));
      if (!principal.learnerIds.includes(value.learnerId)) throw new Refused("not_found");
      found(await deps.store.certificates.signed(id), whyUnsigned(value, deps.clock.now()));
      const expiresAt = inMinutes(deps.clock.now(), OFFER_MINUTES);
      const { codeHash, pinHash } = body;
      const offer: CredentialOffer = { codeHash, pinHash, certificateId: id, tries: 0, expiresAt };
      return { reply: { expiresAt }, writes: [deps.store.offers.put(offer, "absent")] };
    },
  );
}

/** The hash of a PIN of an offer: the code is in it. */
export const pinHashOf = (code: string, pin: string): Promise<Hash> => digest(`${code} ${pin}`);

/**
 * Exchanges a code and its PIN for an access token. A try is counted before it is looked at, so that many at once share one count.
 * @returns the token and its seconds, or `undefined` for whatever is unknown, over, used or wrong, which is not told apart
 */
export async function redeemOffer(
  deps: Deps,
  { code, pin }: { code: string; pin: string },
): Promise<{ token: string; seconds: number } | undefined> {
  const codeHash = await digest(code);
  const counted = await decide(deps, async () => {
    const kept = await deps.store.offers.byCode(codeHash);
    if (!kept || !isOpen(kept.value, deps.clock.now())) return { reply: undefined, writes: [] };
    const offer = { ...kept.value, tries: kept.value.tries + 1 };
    return { reply: offer, writes: [deps.store.offers.put(offer, kept.revision)] };
  });
  if (counted?.pinHash !== (await pinHashOf(code, pin))) return undefined;
  const token = deps.newSecret();
  const tokenHash = await digest(token);
  return decide(deps, async () => {
    const kept = await deps.store.offers.byCode(codeHash);
    // Whoever else had the right PIN at the same moment was first: one offer, one wallet.
    if (!kept || kept.value.tokenHash) return { reply: undefined, writes: [] };
    const { certificateId } = kept.value;
    const expiresAt = inMinutes(deps.clock.now(), GRANT_MINUTES);
    return {
      reply: { token, seconds: GRANT_MINUTES * 60 },
      writes: [
        deps.store.offers.put({ ...kept.value, tokenHash }, kept.revision),
        deps.store.offers.putGrant({ tokenHash, certificateId, expiresAt }),
      ],
    };
  });
}

const isOpen = ({ tries, tokenHash, expiresAt }: CredentialOffer, now: Date): boolean =>
  tokenHash === undefined && tries < OFFER_TRIES && now < new Date(expiresAt);

/** What a wallet with this token may fetch; nothing when the token is unknown or over. */
export async function fetchGranted(
  deps: Deps,
  token: string,
): Promise<SignedCertificate | undefined> {
  const grant = await deps.store.offers.grant(await digest(token));
  if (!grant || deps.clock.now() >= new Date(grant.value.expiresAt)) return undefined;
  return (await deps.store.certificates.signed(grant.value.certificateId))?.value;
}
