import type { IntentId, Item } from "@twiza/contract";
import { unanswerable } from "@twiza/contract/marking";
import { filesOfItems } from "../course/items.ts";
import { mustBeHere } from "../course/draft-content.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { indexed } from "./lines.ts";
import { bankOf } from "./place.ts";
import { rowOf } from "./row.ts";
import { tagsOf } from "./tags.ts";

type Wish = {
  readonly intentId: IntentId;
  readonly items: readonly { readonly item: Item; readonly tags: readonly string[] }[];
};

/**
 * Puts items into the bank. One that is there by its name stays as it is, so that a file that broke off is brought again from its
 * beginning, on whichever device.
 * @throws Refused `request.invalid` for one that has no right answer; `upload.missing`; `bank.full`
 */
export function bringBankItems(
  deps: Deps,
  principal: Principal,
  body: Wish,
): Promise<{ brought: number; already: number }> {
  const organisationId = bankOf(principal, "bank:edit");
  if (body.items.some(({ item }) => unanswerable(item))) throw new Refused("request.invalid");
  return once(deps, { principal, operation: "bank.bring", request: body }, async () => {
    const there = await Promise.all(
      body.items.map(({ item }) => deps.store.bank.byId(organisationId, item.id)),
    );
    const missing = body.items.filter((_, at) => !there[at]);
    await mustBeHere(deps, filesOfItems(missing.map(({ item }) => item)));
    const rows = await Promise.all(
      missing.map(({ item, tags }) =>
        rowOf(deps, principal, { organisationId, item, tags: tagsOf(tags) }),
      ),
    );
    const reply = { brought: rows.length, already: body.items.length - rows.length };
    if (rows.length === 0) return { reply, writes: [] };
    const lines = await indexed(deps, organisationId, { put: rows });
    return { reply, writes: [...rows.map((row) => deps.store.bank.put(row, "absent")), ...lines] };
  });
}
