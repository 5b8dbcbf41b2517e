import * as z from "zod";
import { OrganisationId } from "./id.ts";
import { STATUS_LIST_LENGTH, STATUS_PURPOSES } from "./status-place.ts";
import { Instant } from "./text.ts";

/** So many places of a list lie in one row: with their bits it stays below a kilobyte, so that each change costs one write unit. */
export const PLACES_A_ROW = 4_096;
/** As it was written before lists had rows: all places in one, which held no more. */
const MOST_SET = 40_000;

/** One list of an organisation, a year and a purpose; `part` counts its hundred thousands. */
export const StatusListName = z.strictObject({
  organisationId: OrganisationId,
  year: z.int().min(2000).max(9999),
  purpose: z.enum(STATUS_PURPOSES),
  part: z.int().nonnegative().max(7_629),
});
export type StatusListName = z.infer<typeof StatusListName>;

/** Some of its places: a bit each, the first the highest of the first byte, in base64. */
export const StatusRow = StatusListName.extend({
  row: z
    .int()
    .nonnegative()
    .max(STATUS_LIST_LENGTH / PLACES_A_ROW - 1),
  bits: z.string().regex(/^[A-Za-z0-9+/]{683}=$/),
  changedAt: Instant,
});
export type StatusRow = z.infer<typeof StatusRow>;

/** A list as it was written in one row: the places that are set, rising. It is read, and goes into rows with the next change. */
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
