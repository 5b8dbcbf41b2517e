import type { IntentId, ItemId } from "@twiza/contract";
import { sameJson } from "../course/canonical-json.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { indexed } from "./lines.ts";
import { bankOf } from "./place.ts";
import { rowOf } from "./row.ts";
import { withTags } from "./tags.ts";

type Wish = {
  readonly intentId: IntentId;
  readonly itemIds: readonly ItemId[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/** Gives tags to items and takes tags away; those that are gone meanwhile, or have what they should, stay as they are. */
export function tagBankItems(
  deps: Deps,
  principal: Principal,
  body: Wish,
): Promise<{ changed: number }> {
  const organisationId = bankOf(principal, "bank:edit");
  return once(deps, { principal, operation: "bank.tag", request: body }, async () => {
    const kept = await Promise.all(
      body.itemIds.map((id) => deps.store.bank.byId(organisationId, id)),
    );
    const changed = await Promise.all(
      kept.map(async (each) => {
        if (!each) return [];
        const { value: before, revision } = each;
        const tags = withTags(before.tags, body);
        if (sameJson(tags, before.tags)) return [];
        const { item } = before;
        const row = await rowOf(deps, principal, { organisationId, item, tags }, before);
        return [{ row, revision }];
      }),
    );
    const all = changed.flat();
    const reply = { changed: all.length };
    if (all.length === 0) return { reply, writes: [] };
    const lines = await indexed(deps, organisationId, { put: all.map(({ row }) => row) });
    const puts = all.map(({ row, revision }) => deps.store.bank.put(row, revision));
    return { reply, writes: [...puts, ...lines] };
  });
}
