import type { CourseId, DraftItems, IntentId, ItemId } from "@twiza/contract";
import { changeItems } from "../course/edit-items.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { bankOf } from "./place.ts";

type Putting = {
  readonly courseId: CourseId;
  readonly body: {
    readonly intentId: IntentId;
    readonly itemIds: readonly ItemId[];
    readonly draw?: number | undefined;
  };
};

/**
 * Puts items of the bank into a draft, behind those that it has, with their names. One that the draft has already stays as it is there.
 * @throws Refused `not_found`, also when one of them was removed from the bank meanwhile; `draft.full`; `item.by_person`
 */
export function putFromBank(
  deps: Deps,
  principal: Principal,
  { courseId, body }: Putting,
): Promise<DraftItems> {
  const organisationId = bankOf(principal, "bank:read");
  const asked = { principal, operation: `bank.put ${courseId}`, request: body };
  return changeItems(deps, asked, courseId, async (quiz) => {
    const missing = body.itemIds.filter((id) => !quiz.items.some((item) => item.id === id));
    const kept = await Promise.all(missing.map((id) => deps.store.bank.byId(organisationId, id)));
    const items = [...quiz.items, ...kept.map((each) => found(each).value.item)];
    return { ...quiz, items, ...(body.draw === undefined ? {} : { draw: body.draw }) };
  });
}
