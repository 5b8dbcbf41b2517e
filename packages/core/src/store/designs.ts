import type {
  CertificateDesign,
  DesignId,
  DesignPictureRow,
  Hash,
  OrganisationId,
} from "@twiza/contract";
import type { Expected, Kept, Write } from "./kept.ts";

/** How an organisation's certificates look. */
export type DesignStore = {
  byId(organisationId: OrganisationId, id: DesignId): Promise<Kept<CertificateDesign> | undefined>;
  /** All of them, those in the bin too, as they were written last. */
  ofOrganisation(organisationId: OrganisationId): Promise<readonly Kept<CertificateDesign>[]>;
  put(design: CertificateDesign, expected: Expected): Write;
  /** That a picture was brought for designs of this organisation. */
  picture(organisationId: OrganisationId, hash: Hash): Promise<Kept<DesignPictureRow> | undefined>;
  putPicture(row: DesignPictureRow, expected: Expected): Write;
};
