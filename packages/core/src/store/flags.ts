import type { Flag, FlagId, OrganisationId } from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

export type FlagStore = {
  byId(organisationId: OrganisationId, id: FlagId): Promise<Kept<Flag> | undefined>;
  /** What nobody has decided yet, oldest first. */
  waiting(organisationId: OrganisationId, after: After): Promise<Page<Flag>>;
  put(flag: Flag, expected: Expected): Write;
};
