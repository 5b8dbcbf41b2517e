import type { FrameworkId, FrameworkRow, OrganisationId } from "@twiza/contract";
import type { After, Expected, Freshness, Kept, Page, Write } from "./kept.ts";

/** What organisations hold their courses to. The competencies themselves are a private blob. */
export type FrameworkStore = {
  byId(
    organisationId: OrganisationId,
    id: FrameworkId,
    how?: Freshness,
  ): Promise<Kept<FrameworkRow> | undefined>;
  ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<FrameworkRow>>;
  put(row: FrameworkRow, expected: Expected): Write;
  remove(row: Kept<FrameworkRow>): Write;
};
