import { type BankItem, type BankItemRow, type Item, MOST_PRINTS, type OrganisationId } from "@twiza/contract"; // prettier-ignore
import { printOf } from "../course/print.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";

/** Tells the words of an item, and what is said about it, from any others; whoever reads it aloud changes nothing. */
export const bankPrint = ({ voices: _, ...words }: Item): Promise<string> => printOf(words);

/** An item as it leaves: without what only the bank knows. */
export const keptOf = ({ organisationId: _, by: __, prints: ___, ...kept }: BankItemRow): BankItem =>
  kept; // prettier-ignore

type Wish = {
  readonly organisationId: OrganisationId;
  readonly item: Item;
  readonly tags: readonly string[];
  readonly origin?: BankItem["origin"];
};

/** The row of an item that is new in the bank, or changed there. */
export async function rowOf(
  deps: Deps,
  principal: Principal,
  { organisationId, item, tags, origin }: Wish,
  before?: BankItemRow,
): Promise<BankItemRow> {
  const print = await bankPrint(item);
  const former = before?.prints.filter((each) => each !== print) ?? [];
  const from = before?.origin ?? origin;
  return {
    organisationId,
    item,
    tags: [...tags],
    rev: (before?.rev ?? 0) + 1,
    changedAt: deps.clock.now().toISOString(),
    by: principal.accountId,
    byName: principal.name.slice(0, 120),
    ...(from ? { origin: from } : {}),
    prints: [print, ...former].slice(0, MOST_PRINTS),
  };
}
