import type { Course, CourseId, IntentId, Item, ItemId } from "@twiza/contract";
import { unfitForTest } from "@twiza/contract/marking";
import { may } from "../authorise.ts";
import { keepQuiz, readQuiz } from "../course/content.ts";
import { subjectOf } from "../course/course.ts";
import { withContent } from "../course/draft-content.ts";
import { withItem } from "../course/item-order.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { bankOf } from "./place.ts";
import { bankPrint } from "./row.ts";
import { standingOf } from "./uses.ts";

type Spreading = {
  readonly itemId: ItemId;
  readonly body: { readonly intentId: IntentId; readonly courseIds: readonly CourseId[] };
};
type Outcome = {
  readonly courseId: CourseId;
  readonly became: "given" | "same" | "own" | "theirs" | "gone";
};
type About = { readonly item: Item; readonly prints: readonly string[] };

/**
 * Gives drafts the words that an item has in the bank, all at once. A draft whose author wrote her own keeps them, and what is
 * published stays what it is.
 * @throws Refused `not_found` for an item, or a course, that is not there; `item.by_person` for one that no test can ask any more
 */
export function spreadBankItem(
  deps: Deps,
  principal: Principal,
  { itemId, body }: Spreading,
): Promise<{ courses: Outcome[] }> {
  const organisationId = bankOf(principal, "bank:read");
  const asked = { principal, operation: `bank.spread ${itemId}`, request: body };
  return once(deps, asked, async () => {
    const about = found(await deps.store.bank.byId(organisationId, itemId)).value;
    if (unfitForTest(about.item)) throw new Refused("item.by_person");
    const done = await Promise.all(
      body.courseIds.map(async (courseId) => {
        const kept = found(await deps.store.courses.byId(organisationId, courseId));
        return given(deps, principal, { kept, about });
      }),
    );
    return {
      reply: { courses: done.map(({ outcome }) => outcome) },
      writes: done.flatMap(({ writes = [] }) => writes),
    };
  });
}

async function given(
  deps: Deps,
  principal: Principal,
  { kept, about: { item, prints } }: { readonly kept: Kept<Course>; readonly about: About },
): Promise<{ outcome: Outcome; writes?: readonly Write[] }> {
  const course = kept.value;
  const is = (became: Outcome["became"]) => ({ outcome: { courseId: course.id, became } });
  const { items } = await readQuiz(deps, course.draft.content.quiz);
  const before = items.find(({ id }) => id === item.id);
  if (!before) return is("gone");
  const standing = standingOf(await bankPrint(before), prints);
  if (standing !== "former") return is(standing);
  if (!may(principal, "course:edit", subjectOf(course, principal))) return is("theirs");
  const { voices: _, ...words } = item;
  const quiz = await keepQuiz(deps, { format: 1, items: [...withItem(items, words)] });
  const { writes } = withContent(deps, principal, { kept, content: { quiz } });
  return { ...is("given"), writes };
}
