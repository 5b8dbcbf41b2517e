import type { BatchId, BatchRefusal, CertificateBatch, OrganisationId } from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

/** Issuing to many at once. */
export type BatchStore = {
  byId(organisationId: OrganisationId, id: BatchId): Promise<Kept<CertificateBatch> | undefined>;
  /** Newest first, 20 a page. */
  ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<CertificateBatch>>;
  put(batch: CertificateBatch, expected: Expected): Write;
  /** 50 a page. */
  allRefused(id: BatchId, after: After): Promise<Page<BatchRefusal>>;
  /** Stale when she was named before. */
  putRefused(refusal: BatchRefusal): Write;
};
