import type {
  BankItemRow,
  BankPart,
  BinnedBankItemRow,
  ItemId,
  OrganisationId,
} from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

/** An organisation's items that courses take theirs from. */
export type BankStore = {
  byId(organisationId: OrganisationId, id: ItemId): Promise<Kept<BankItemRow> | undefined>;
  put(row: BankItemRow, expected: Expected): Write;
  /** The whole index, perhaps a moment old: in one query, as long as it has less than a megabyte. */
  index(organisationId: OrganisationId): Promise<readonly BankPart[]>;
  /** A part of it as it was written last. */
  part(organisationId: OrganisationId, part: number): Promise<Kept<BankPart> | undefined>;
  putPart(part: BankPart, expected: Expected): Write;
  /** From the bank into its bin; what lay there under this name gives way. */
  remove(row: BinnedBankItemRow, expected: number): Write;
  removedById(
    organisationId: OrganisationId,
    id: ItemId,
  ): Promise<Kept<BinnedBankItemRow> | undefined>;
  /** The bin, 60 a page. Names lie in no order of time. */
  removed(organisationId: OrganisationId, after: After): Promise<Page<BinnedBankItemRow>>;
  /** Out of the bin for good, or since it is back. */
  forget(kept: Kept<BinnedBankItemRow>): Write;
};
