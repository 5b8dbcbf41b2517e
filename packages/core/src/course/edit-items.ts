import {
  type Course,
  type CourseId,
  type DraftItems,
  type IntentId,
  type Item,
  type ItemCommand,
  type ItemId,
  picturesOfItem,
} from "@twiza/contract";
import { unanswerable, unfitForTest } from "@twiza/contract/marking";
import type { Deps } from "../deps.ts";
import { type Decision, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { keepManifest, keepQuiz, readManifest, readQuiz } from "./content.ts";
import { courseToEdit, mustBeHere, withContent } from "./draft-content.ts";
import { type NamedItems, sameItem, withItem, withItemCommand } from "./item-order.ts";
import { MOST_QUIZ_ITEMS, readItems } from "./items.ts";

type Saving = {
  readonly courseId: CourseId;
  readonly itemId: ItemId;
  readonly body: {
    readonly intentId: IntentId;
    readonly item: Item;
    readonly seen?: Item | undefined;
    readonly after?: ItemId | undefined;
  };
};

/**
 * Writes one graded item. Learners meet it after the next publishing.
 * @throws Refused `not_found`, also for an item that is said to be another one; `request.invalid` for one that nobody could answer
 * rightly; `upload.missing` when a picture of it is not here; `draft.full`; `item.by_person` for one that
 * only a person could mark; `stale_write` when it no longer says what its author
 * saw: nobody undoes what she has not seen
 */
export function saveItem(
  deps: Deps,
  principal: Principal,
  { courseId, itemId, body }: Saving,
): Promise<DraftItems> {
  const { item, seen, after } = body;
  if (item.id !== itemId) throw new Refused("not_found");
  const asked = { principal, operation: `item.save ${courseId}`, request: body };
  return changeItems(deps, asked, courseId, async (quiz) => {
    if (unanswerable(item)) throw new Refused("request.invalid");
    await mustBeHere(deps, picturesOfItem(item));
    const there = quiz.items.find(({ id }) => id === itemId);
    const isAsSeen = there === undefined || sameItem(there, seen ?? item) || sameItem(there, item);
    if (!isAsSeen) throw new Refused("stale_write");
    return { ...quiz, items: withItem(quiz.items, item, after) };
  });
}

type Arranging = {
  readonly courseId: CourseId;
  readonly body: { readonly intentId: IntentId; readonly commands: readonly ItemCommand[] };
};

/** Changes the order of graded items, throws some away, names their quiz. @throws Refused `not_found` */
export const arrangeItems = (
  deps: Deps,
  principal: Principal,
  { courseId, body }: Arranging,
): Promise<DraftItems> =>
  changeItems(
    deps,
    { principal, operation: `item.arrange ${courseId}`, request: body },
    courseId,
    (quiz) => Promise.resolve(body.commands.reduce(withItemCommand, quiz)),
  );

type Asked = Parameters<typeof onceOf>[1];
type Change = (quiz: NamedItems) => Promise<NamedItems>;

/** Decides on the quiz of a draft as it stands; what changes nothing writes nothing but that it was asked. @throws Refused `not_found`, `draft.full`, `item.by_person` */
export function changeItems(
  deps: Deps,
  asked: Asked,
  courseId: CourseId,
  by: Change,
): Promise<DraftItems> {
  const { principal } = asked;
  return onceOf(deps, asked, {
    work: async () => {
      const kept = await courseToEdit(deps, principal, courseId);
      return written(deps, principal, { kept, by });
    },
    now: () => readItems(deps, principal, courseId),
  });
}

async function written(
  deps: Deps,
  principal: Principal,
  { kept, by }: { readonly kept: Kept<Course>; readonly by: Change },
): Promise<Decision<DraftItems>> {
  const { content } = kept.value.draft;
  const [manifest, { items: before }] = await Promise.all([
    readManifest(deps, content.manifest),
    readQuiz(deps, content.quiz),
  ]);
  const { title, draw, rules, items } = await by({ ...manifest.quiz, items: before });
  if (items.length > MOST_QUIZ_ITEMS) throw new Refused("draft.full");
  const isNew = (item: Item): boolean => !before.includes(item);
  if (items.some((item) => isNew(item) && unfitForTest(item))) throw new Refused("item.by_person");
  const drawn = { title, ...(draw ? { draw } : {}), ...(rules ? { rules } : {}) };
  const [named, quiz] = await Promise.all([
    keepManifest(deps, { ...manifest, quiz: { ...drawn, itemCount: items.length } }),
    keepQuiz(deps, { format: 1, items: [...items] }),
  ]);
  const reply = { ...drawn, items: [...items] };
  if (named === content.manifest && quiz === content.quiz) return { reply, writes: [] };
  const { writes } = withContent(deps, principal, { kept, content: { manifest: named, quiz } });
  return { reply, writes };
}
