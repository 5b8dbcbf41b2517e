import {
  type BankIndexLine,
  type BankItemRow,
  type ItemId,
  MOST_PART_LINES,
  type OrganisationId,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { Refused } from "../refused.ts";
import type { Write } from "../store/index.ts";
import { lineOf, partOf } from "./line.ts";

type Change = {
  /** Items as they are from now on. */
  readonly put?: readonly BankItemRow[];
  readonly gone?: readonly ItemId[];
};

/**
 * What has to be written of the index for items that come, change or go, in the transaction of their own writes: each part is held to
 * what was read, so that no line is lost to who writes beside.
 * @throws Refused `bank.full`
 */
export async function indexed(
  deps: Deps,
  organisationId: OrganisationId,
  { put = [], gone = [] }: Change,
): Promise<Write[]> {
  const lines = new Map<ItemId, BankIndexLine | undefined>([
    ...gone.map((id) => [id, undefined] as const),
    ...put.map((row) => [row.item.id, lineOf(row)] as const),
  ]);
  const numbers = [...new Set([...lines.keys()].map(partOf))];
  return Promise.all(
    numbers.map(async (part) => {
      const kept = await deps.store.bank.part(organisationId, part);
      const own = [...lines].filter(([id]) => partOf(id) === part);
      const stay = kept?.value.lines.filter(({ id }) => !lines.has(id)) ?? [];
      const all = [...stay, ...own.flatMap(([, line]) => line ?? [])];
      const grew = all.length > (kept?.value.lines.length ?? 0);
      if (grew && all.length > MOST_PART_LINES) throw new Refused("bank.full");
      const value = { organisationId, part, lines: all };
      return deps.store.bank.putPart(value, kept?.revision ?? "absent");
    }),
  );
}
