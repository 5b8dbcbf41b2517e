import { type BankItem, type IntentId, type Item, type ItemId, picturesOfItem } from "@twiza/contract"; // prettier-ignore
import { unanswerable } from "@twiza/contract/marking";
import { sameJson } from "../course/canonical-json.ts";
import { mustBeHere } from "../course/draft-content.ts";
import { sameItem, withItem } from "../course/item-order.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { indexed } from "./lines.ts";
import { bankOf } from "./place.ts";
import { keptOf, rowOf } from "./row.ts";
import { tagsOf } from "./tags.ts";

type Saving = {
  readonly itemId: ItemId;
  readonly body: {
    readonly intentId: IntentId;
    readonly item: Item;
    readonly tags: readonly string[];
    readonly seen?: number | undefined;
  };
};

/**
 * Writes one item of the bank. Courses that have it keep their words until somebody gives them these.
 * @throws Refused `not_found` for one that is said to be another, or that somebody removed meanwhile; `request.invalid` for one that
 * nobody could answer rightly; `upload.missing`; `bank.full`; `stale_write` when it no longer says what its author saw
 */
export function saveBankItem(
  deps: Deps,
  principal: Principal,
  { itemId, body }: Saving,
): Promise<BankItem> {
  const organisationId = bankOf(principal, "bank:edit");
  const { item, seen } = body;
  if (item.id !== itemId) throw new Refused("not_found");
  if (unanswerable(item)) throw new Refused("request.invalid");
  const tags = tagsOf(body.tags);
  return once(deps, { principal, operation: `bank.save ${itemId}`, request: body }, async () => {
    const kept = await deps.store.bank.byId(organisationId, itemId);
    const before = kept?.value;
    if (!before && seen !== undefined) throw new Refused("not_found");
    if (before && sameItem(before.item, item) && sameJson(before.tags, tags))
      return { reply: keptOf(before), writes: [] };
    if (before && before.rev !== seen) throw new Refused("stale_write");
    await mustBeHere(deps, picturesOfItem(item));
    const [spoken = item] = before ? withItem([before.item], item) : [];
    const row = await rowOf(deps, principal, { organisationId, item: spoken, tags }, before);
    return {
      reply: keptOf(row),
      writes: [
        deps.store.bank.put(row, kept?.revision ?? "absent"),
        ...(await indexed(deps, organisationId, { put: [row] })),
      ],
    };
  });
}
