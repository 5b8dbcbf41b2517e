import type {
  BinnedMediaRow,
  LessonId,
  MediaId,
  MediaRow,
  MediaUsesRow,
  OrganisationId,
} from "@twiza/contract";
import type { DraftOf } from "./drafts.ts";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

export type MediaStore = {
  byId(organisationId: OrganisationId, id: MediaId): Promise<Kept<MediaRow> | undefined>;
  /** Newest first, 60 a page or as many as `most`. */
  ofOrganisation(
    organisationId: OrganisationId,
    after: After,
    most?: number,
  ): Promise<Page<MediaRow>>;
  put(row: MediaRow, expected: Expected): Write;
  /** From the library into its bin. */
  remove(row: BinnedMediaRow, expected: number): Write;
  removedById(
    organisationId: OrganisationId,
    id: MediaId,
  ): Promise<Kept<BinnedMediaRow> | undefined>;
  /** The bin; what was brought last comes first. */
  removed(organisationId: OrganisationId, after: After): Promise<Page<BinnedMediaRow>>;
  /** From the bin back into the library; `expected` is the revision that was read in the bin. */
  restore(row: MediaRow, expected: number): Write;
  /** Out of the bin for good. */
  forget(kept: Kept<BinnedMediaRow>): Write;
  /** What lessons of a draft used when somebody asked last, in one query. */
  noted(of: DraftOf): Promise<ReadonlyMap<LessonId, Kept<MediaUsesRow>>>;
  putNoted(row: MediaUsesRow, expected: Expected): Write;
  /** Of a lesson that is gone. */
  forgetNoted(kept: Kept<MediaUsesRow>): Write;
};
