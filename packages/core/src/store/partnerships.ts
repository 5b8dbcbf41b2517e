import type { CourseId, OrganisationId, PartnershipRow } from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

/** That institutions stand behind each other's certificates. All reads are fresh, and of one side alone. */
export type PartnershipStore = {
  /** Asked by it and of it, 50 a page. */
  ofOrganisation(holderId: OrganisationId, after: After): Promise<Page<PartnershipRow>>;
  /** Of one of its own courses: as many at most as a course may have. */
  ofCourse(holderId: OrganisationId, courseId: CourseId): Promise<readonly Kept<PartnershipRow>[]>;
  /** What was asked of it for a course of somebody else. */
  behind(partnerId: OrganisationId, courseId: CourseId): Promise<Kept<PartnershipRow> | undefined>;
  put(row: PartnershipRow, expected: Expected): Write;
};
