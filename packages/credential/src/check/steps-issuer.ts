import type { IssuerKey } from "@twiza/contract";
import { countsUnder } from "../keys.ts";
import { type Step, step } from "./outcome.ts";
import type { Opened } from "./signed-forms.ts";
import type { Issuer, VerifyDocument } from "./sources.ts";
import type { Logged } from "./steps-log.ts";

/** Whose signature it is, and which key made it. */
export type Signature = {
  readonly signature: Step;
  readonly key?: IssuerKey;
  /** What the signature alone lets one say of the issuer, where that is all there is to say. */
  readonly issuer?: Step;
};

const DAY = 86_400_000;

export async function lookAtSignature(
  opened: Opened,
  issuer: Issuer | "foreign" | undefined,
  verifyDocument: VerifyDocument,
): Promise<Signature> {
  const { said } = opened;
  if (issuer === undefined || issuer === "foreign") {
    const name = hostOf(said.origin);
    const told = step(issuer ? "issuer.foreign" : "issuer.out_of_reach", { name });
    return { signature: step("signature.no_key"), issuer: told };
  }
  const proven = await opened.prove(issuer.keys, verifyDocument);
  if (proven === "wrong")
    return { signature: step("signature.wrong"), issuer: step("issuer.unproven") };
  const key = proven === "no_key" ? undefined : issuer.keys.find(({ kid }) => kid === proven.kid);
  if (key) return { signature: step("signature.right"), key };
  // Keys are never taken out: a list that is younger than the certificate has the key that signed it.
  const isYounger = Date.parse(issuer.at) > Date.parse(said.claims.issuedAt) + DAY;
  return {
    signature: step("signature.no_key"),
    issuer: isYounger ? step("issuer.no_such_key") : step("issuer.older", { at: issuer.at }),
  };
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

/** Signing comes some time after issuing, but no longer than what is still believed of a date. */
const BELIEVED = 7 * DAY;

/** Whether that key spoke for that organisation when it signed. */
export function lookAtIssuer(
  key: IssuerKey,
  of: {
    readonly issuer: Issuer;
    readonly organisationId: string | undefined;
    readonly claims: Opened["said"]["claims"];
    readonly entry: Logged["entry"];
  },
): Step {
  const { issuer, organisationId, claims, entry } = of;
  const { organisations, retiredAt, compromisedAfter } = key;
  if (organisations && !organisations.some((each) => each === organisationId))
    return step("issuer.not_theirs");
  const signedAt = entry?.at ?? claims.issuedAt;
  const from = entry ? key.from : new Date(Date.parse(key.from) - BELIEVED).toISOString();
  switch (
    countsUnder(
      {
        from,
        ...(retiredAt ? { retiredAt } : {}),
        ...(compromisedAfter === undefined ? {} : { compromisedAfter }),
      },
      { signedAt, logIndex: entry?.index },
    )
  ) {
    case "counts":
      return step(issuer.isTrusted ? "issuer.known" : "issuer.by_address", { at: issuer.at });
    case "too_early":
      return step("issuer.not_yet", { at: key.from });
    case "retired":
      return step("issuer.retired", { at: key.retiredAt ?? key.from });
    case "compromised":
      return step("issuer.compromised");
    case "unknown":
      return step("issuer.maybe_compromised");
  }
}
