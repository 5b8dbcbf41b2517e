import type { Certificate, EligibleLine } from "@twiza/contract";

type State = NonNullable<EligibleLine["certificate"]>["state"];
type Act = NonNullable<Certificate["proposal"]>["act"];

/** A certificate as the desk speaks of it, wherever it was met. */
export type Held = {
  readonly id: string;
  readonly number: string;
  readonly learnerName: string;
  readonly state: State;
  readonly expiresAt?: string | undefined;
  readonly proposed?: Act | undefined;
  readonly replaced?: boolean | undefined;
  /** Its holder is erased: nothing is done with it any more. */
  readonly erased?: boolean | undefined;
};

/** What ends it for good weighs more than what ends it for now, and both more than its date. */
function stateOf({ revocation, suspension, expiresAt }: Certificate, now: Date): State {
  if (revocation) return "revoked";
  if (suspension) return "suspended";
  return expiresAt !== undefined && new Date(expiresAt) <= now ? "expired" : "valid";
}

export const heldOf = (certificate: Certificate, now = new Date()): Held => ({
  id: certificate.id,
  number: certificate.number,
  learnerName: certificate.learnerName,
  state: stateOf(certificate, now),
  expiresAt: certificate.expiresAt,
  proposed: certificate.proposal?.act,
  replaced: certificate.replacedBy !== undefined,
  erased: certificate.erasedAt !== undefined,
});

/** What may be proposed of a certificate as it is, the mildest first. */
export function actsFor({ state, expiresAt, proposed, erased }: Held): readonly Act[] {
  if (proposed !== undefined || state === "revoked" || erased) return [];
  if (state === "suspended") return ["reinstate", "revoke"];
  const renew = expiresAt === undefined ? [] : (["renew"] as const);
  return ["suspend", "reissue", ...renew, "revoke"];
}
