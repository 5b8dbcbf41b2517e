import * as z from "zod";
import { OrganisationId } from "./id.ts";
import { STATUS_LIST_LENGTH, STATUS_PURPOSES } from "./status-place.ts";
import { Instant } from "./text.ts";

/** More in one list would not fit into a row: a third of its certificates, where a thousandth is much. */
export const MOST_SET = 40_000;

/** One list of an organisation, a year and a purpose; `part` counts its hundred thousands. */
export const StatusListName = z.strictObject({
  organisationId: OrganisationId,
  year: z.int().min(2000).max(9999),
  purpose: z.enum(STATUS_PURPOSES),
  part: z.int().nonnegative().max(7_629),
});
export type StatusListName = z.infer<typeof StatusListName>;

/** What it says: the places that are set, rising. */
export const StatusList = StatusListName.extend({
  set: z
    .array(
      z
        .int()
        .nonnegative()
        .max(STATUS_LIST_LENGTH - 1),
    )
    .max(MOST_SET),
  changedAt: Instant,
});
export type StatusList = z.infer<typeof StatusList>;
