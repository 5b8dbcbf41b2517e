import type { Certificate, CertificateId, OrganisationId } from "@twiza/contract";
import type { After, Page } from "./kept.ts";

/** What of the register has no signature. */
export type UnsignedStore = {
  /** All of the register, in the order of their numbers, 100 a page. */
  oldestFirst(organisationId: OrganisationId, after: After): Promise<Page<Certificate>>;
  /** Which of these have signed forms; perhaps a moment old. */
  signedAmong(ids: readonly CertificateId[]): Promise<ReadonlySet<CertificateId>>;
};
