import type { StatusList, StatusListName, StatusRow } from "@twiza/contract";
import type { Expected, Kept, Write } from "./kept.ts";

export type StatusListStore = {
  /** The places that are set, rising. Asked in an order in which none is missed while an old list goes into rows. */
  placesOf(list: StatusListName): Promise<readonly number[]>;
  row(list: StatusListName, row: number): Promise<Kept<StatusRow> | undefined>;
  putRow(row: StatusRow, expected: Expected): Write;
  /** A list as it was written before it had rows, and its end. */
  old(list: StatusListName): Promise<Kept<StatusList> | undefined>;
  removeOld(list: Kept<StatusList>): Write;
};
