import {
  AccountId,
  actsOf,
  type Certificate,
  type CertificateId,
  ERASED_NAME,
  ID_PREFIXES,
  LearnerId,
} from "@twiza/contract";

/** An id of nobody, in the place of hers: made of the certificate's own, so that no two husks have anything in common. */
const nobodyOf = (kind: "learner" | "account", id: CertificateId): string =>
  `${ID_PREFIXES[kind]}_${id.slice(-32)}`;

/** What somebody wrote is about her. */
const withoutNote = <E extends { readonly note?: string | undefined }>(ended: E): E => ({
  ...ended,
  note: undefined,
});

type How = {
  readonly at: string;
  readonly revokes: boolean;
  /** Whoever of staff erases; nobody when she does so herself. */
  readonly by?: AccountId | undefined;
};

/**
 * What is left of a certificate once its holder is erased: which it was, of which course and organisation, when it was issued and what
 * ended it. No name, no result, nothing that somebody wrote about her, and no way to her. Pure.
 */
export function huskOf(was: Certificate, { at, revokes, by }: How): Certificate {
  const { id, revocation, suspension } = was;
  const nobody = AccountId.parse(nobodyOf("account", id));
  const revoked: Certificate["revocation"] =
    revocation ?? (revokes ? { at, by: by ?? nobody, reason: "request" } : undefined);
  return {
    id,
    number: was.number,
    organisationId: was.organisationId,
    organisationName: was.organisationName,
    learnerId: LearnerId.parse(nobodyOf("learner", id)),
    learnerName: ERASED_NAME,
    courseId: was.courseId,
    courseTitle: was.courseTitle,
    courseVersion: was.courseVersion,
    minutes: was.minutes,
    quizPercent: 0,
    issuedAt: was.issuedAt,
    issuedBy: was.issuedBy,
    ...(was.expiresAt ? { expiresAt: was.expiresAt } : {}),
    ...(was.reissueOf ? { reissueOf: was.reissueOf } : {}),
    ...(was.replacedBy ? { replacedBy: was.replacedBy } : {}),
    ...(revoked ? { revocation: withoutNote(revoked) } : {}),
    ...(suspension ? { suspension: withoutNote(suspension) } : {}),
    erasedAt: at,
    acts: [...actsOf(was), ...(revoked && !revocation ? [{ act: "revoked" as const, at }] : [])],
  };
}
