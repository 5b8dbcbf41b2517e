import type { Certificate } from "@twiza/contract";
import type { Deps } from "../deps.ts";

/** As who checks counts them: what the log took down later than that after its own date is taken for backdated, and so it is not signed. */
const MOST_DAYS = 7;

/** Whether it bears a date under which nothing is signed any more, unless it stands in another's place by two persons. */
export const isTooOld = ({ issuedAt, reissueOf }: Certificate, now: Date): boolean =>
  reissueOf === undefined && now.getTime() - Date.parse(issuedAt) > MOST_DAYS * 86_400_000;

/** Whether it was never signed, and never will be: then another may stand in its place that is. */
export const isNeverSigned = async (
  { store, clock }: Deps,
  certificate: Certificate,
): Promise<boolean> =>
  isTooOld(certificate, clock.now()) &&
  (await store.certificates.signed(certificate.id)) === undefined;
