import type { BankItem, BinnedBankItem, IntentId, ItemId } from "@twiza/contract";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { isPast } from "../draft/lesson.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { indexed } from "./lines.ts";
import { bankOf } from "./place.ts";
import { keptOf } from "./row.ts";

type Removing = { readonly intentId: IntentId; readonly itemIds: readonly ItemId[] };

/** So many that have lain in the bin too long leave it with the next that comes. */
const MOST_PAST = 20;

/** Takes items out of the bank into its bin. Courses keep theirs; those that are gone already are not missed. */
export function removeBankItems(
  deps: Deps,
  principal: Principal,
  body: Removing,
): Promise<{ removed: number }> {
  const organisationId = bankOf(principal, "bank:edit");
  return once(deps, { principal, operation: "bank.remove", request: body }, async () => {
    const removedAt = deps.clock.now().toISOString();
    const [kept, { values: binned }] = await Promise.all([
      Promise.all(body.itemIds.map((id) => deps.store.bank.byId(organisationId, id))),
      deps.store.bank.removed(organisationId, undefined),
    ]);
    const here = kept.flatMap((each) => each ?? []);
    if (here.length === 0) return { reply: { removed: 0 }, writes: [] };
    const gone = here.map(({ value }) => value.item.id);
    const removedByName = principal.name.slice(0, 120);
    const past = binned
      .filter(({ value }) => isPast(value.removedAt, removedAt) && !gone.includes(value.item.id))
      .slice(0, MOST_PAST);
    return {
      reply: { removed: here.length },
      writes: [
        ...here.map(({ value, revision }) =>
          deps.store.bank.remove({ ...value, removedAt, removedByName }, revision),
        ),
        ...(await indexed(deps, organisationId, { gone })),
        ...past.map((each) => deps.store.bank.forget(each)),
      ],
    };
  });
}

/** What can still be taken back. */
export async function listRemovedBankItems(
  deps: Deps,
  principal: Principal,
  { after }: { readonly after?: After },
): Promise<{ removed: BinnedBankItem[]; next?: string }> {
  const now = deps.clock.now().toISOString();
  const page = await deps.store.bank.removed(bankOf(principal, "bank:read"), after);
  const removed = page.values
    .map(({ value }) => value)
    .filter(({ removedAt }) => !isPast(removedAt, now))
    .sort((a, b) => (a.removedAt < b.removedAt ? 1 : -1))
    .map(({ item: { id, prompt }, removedAt, removedByName }) => ({
      ...{ id, prompt, removedAt, removedByName },
    }));
  return { removed, ...nextOf(page) };
}

type Restoring = { readonly itemId: ItemId; readonly body: { readonly intentId: IntentId } };

/**
 * Takes an item back into the bank. One that was brought again meanwhile stays as it is, and the old one leaves the bin.
 * @throws Refused `not_found`, also when it has lain there too long; `bank.full`
 */
export function restoreBankItem(
  deps: Deps,
  principal: Principal,
  { itemId, body }: Restoring,
): Promise<BankItem> {
  const organisationId = bankOf(principal, "bank:edit");
  return once(deps, { principal, operation: `bank.restore ${itemId}`, request: body }, async () => {
    const [kept, anew] = await Promise.all([
      deps.store.bank.removedById(organisationId, itemId),
      deps.store.bank.byId(organisationId, itemId),
    ]);
    if (anew)
      return { reply: keptOf(anew.value), writes: kept ? [deps.store.bank.forget(kept)] : [] };
    const { removedAt, removedByName: _, ...was } = found(kept).value;
    found(isPast(removedAt, deps.clock.now().toISOString()) ? undefined : was);
    const row = { ...was, rev: was.rev + 1, changedAt: deps.clock.now().toISOString() };
    return {
      reply: keptOf(row),
      writes: [
        deps.store.bank.put(row, "absent"),
        deps.store.bank.forget(found(kept)),
        ...(await indexed(deps, organisationId, { put: [row] })),
      ],
    };
  });
}
