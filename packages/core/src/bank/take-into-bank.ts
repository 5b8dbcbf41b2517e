import type { CourseId, IntentId, ItemId } from "@twiza/contract";
import { readQuiz } from "../course/content.ts";
import { courseToEdit } from "../course/draft-content.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { indexed } from "./lines.ts";
import { bankOf } from "./place.ts";
import { bankPrint, rowOf } from "./row.ts";
import { tagsOf } from "./tags.ts";

type Taking = {
  readonly courseId: CourseId;
  readonly body: {
    readonly intentId: IntentId;
    readonly itemIds: readonly ItemId[];
    readonly tags: readonly string[];
  };
};

/**
 * Copies items of a draft into the bank. Each keeps its name, by which the course is known to use it from then on; of the course
 * nothing is written.
 * @throws Refused `not_found`, also for an item that the draft does not have; `bank.full`
 */
export function takeIntoBank(
  deps: Deps,
  principal: Principal,
  { courseId, body }: Taking,
): Promise<{ taken: number; already: number; other: number }> {
  const organisationId = bankOf(principal, "bank:edit");
  const asked = { principal, operation: `bank.take ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const { value: course } = await courseToEdit(deps, principal, courseId);
    const { items } = await readQuiz(deps, course.draft.content.quiz);
    const chosen = items.filter(({ id }) => body.itemIds.includes(id));
    if (chosen.length < body.itemIds.length) throw new Refused("not_found");
    const there = await Promise.all(
      chosen.map(({ id }) => deps.store.bank.byId(organisationId, id)),
    );
    const prints = await Promise.all(chosen.map(bankPrint));
    const other = there.filter((kept, at) => kept && kept.value.prints[0] !== prints[at]).length;
    const origin = { courseId, title: course.title };
    const rows = await Promise.all(
      chosen
        .filter((_, at) => !there[at])
        .map((item) => rowOf(deps, principal, { organisationId, item, tags: tagsOf(body.tags), origin })),
    ); // prettier-ignore
    const reply = { taken: rows.length, already: chosen.length - rows.length, other };
    if (rows.length === 0) return { reply, writes: [] };
    const lines = await indexed(deps, organisationId, { put: rows });
    return { reply, writes: [...rows.map((row) => deps.store.bank.put(row, "absent")), ...lines] };
  });
}
