import type { Certificate } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import { didOf } from "../did.ts";
import { signedBytesOf } from "../jwt.ts";
import { verificationAddress } from "./address.ts";
import { achievementId, achievementOf, type BadgeWords, extrasOf, titleOf } from "./achievement.ts";
import { cut, type Detail, fitted } from "./fit.ts";
import { partnersOf } from "./partners.ts";
import { CONTEXTS, type OpenBadge } from "./shape.ts";
import { statusEntries } from "./status.ts";

/** Of what is signed, base64url included. What was signed before has at most 3,500. */
export const MOST_SIGNED_BYTES = 4_000;
/** What KMS signs at once. A name of 120 signs of four bytes under a host of a hundred and twenty letters may have it all. */
const LAST_BYTES = 4_096;
/** As long as every thumbprint is. */
const SOME_KID = "k".repeat(43);

export type BadgeOf = {
  readonly certificate: Certificate;
  /** 128 random bits, base64url. */
  readonly salt: string;
  /** Where the installation is reached: `https://twiza.example`. */
  readonly origin: string;
  readonly words: BadgeWords;
};

/**
 * The credential of a record, unsigned: the same record, salt and words make the same bytes. What does not fit into what may be signed
 * is cut or left out by the rule of `fitted`; the holder's name is always whole.
 * @throws Error when even KMS could not sign it, as where the name of the host has a hundred and thirty letters
 */
export function openBadge(of: BadgeOf): OpenBadge {
  const within = (most: number): OpenBadge | undefined =>
    fitted({
      more: extrasOf(of.certificate).length,
      write: (detail) => written(of, detail),
      fits: (badge) => signedBytesOf(badge, SOME_KID) <= most,
    });
  const badge = within(MOST_SIGNED_BYTES) ?? within(LAST_BYTES);
  if (!badge) throw new Error(`the credential of ${of.certificate.id} is too long to be signed`);
  return badge;
}

function written({ certificate, salt, origin, words }: BadgeOf, detail: Detail): OpenBadge {
  const { issuedAt, expiresAt, reissueOf, organisationId, organisationName } = certificate;
  const achievement = achievementOf(certificate, words, detail);
  const organisation = inLanguage(organisationName, titleOf(certificate).language).text;
  return {
    "@context": CONTEXTS,
    id: verificationAddress(origin, certificate.id),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: {
      id: didOf({ origin, organisationId }),
      type: ["Profile"],
      name: cut(organisation, detail.limit),
    },
    validFrom: issuedAt,
    ...(expiresAt === undefined ? {} : { validUntil: expiresAt }),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        {
          type: "IdentityObject",
          hashed: false,
          identityHash: certificate.learnerName,
          identityType: "name",
          salt,
        },
      ],
      licenseNumber: certificate.number,
      creditsEarned: Math.round((certificate.minutes / 60) * 100) / 100,
      result: [
        {
          type: ["Result"],
          value: `${certificate.quizPercent}`,
          ...(achievement.resultDescription
            ? { resultDescription: `${achievementId(certificate)}-result` }
            : {}),
        },
      ],
      achievement,
    },
    credentialStatus: statusEntries(certificate, origin),
    ...partnersOf(certificate, { origin, limit: detail.limit }),
    ...(reissueOf === undefined
      ? {}
      : {
          evidence: [
            { id: verificationAddress(origin, reissueOf), type: ["Evidence"], genre: "reissueOf" },
          ],
        }),
  };
}
