import type { Correction, CourseId, Item, ItemId } from "@twiza/contract";
import { readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { printOfItem } from "../course/print.ts";

/** Items as they count by now. */
export type Judged = {
  readonly items: readonly Item[];
  /** Count as right for everybody. */
  readonly voids: ReadonlySet<ItemId>;
  /** Of each that was corrected, by which correction it counts. */
  readonly by: ReadonlyMap<ItemId, number>;
};

/**
 * Items as these corrections leave them. One is about every item of its id that has the words and the key that were wrong; of several
 * the last counts. The same items and corrections always give the same.
 */
export async function judgedBy(
  deps: Deps,
  items: readonly Item[],
  corrections: readonly Correction[],
): Promise<Judged> {
  const voids = new Set<ItemId>();
  const by = new Map<ItemId, number>();
  const judged = items.map(async (item) => {
    const own = corrections.filter(({ itemId }) => itemId === item.id);
    const print = own.length > 0 ? await printOfItem(item) : "";
    const last = own.findLast((each) => each.print === print);
    if (!last) return item;
    by.set(item.id, last.number);
    if (last.item) return (await readQuiz(deps, last.item)).items[0] ?? item;
    voids.add(item.id);
    return item;
  });
  return { items: await Promise.all(judged), voids, by };
}

/**
 * Items as they count at this moment, and how many corrections that is by. Whoever is to write a mark asks after her enrolment was read:
 * a regrade writes it too, so that of the two the later has seen the other.
 */
export async function judgedNow(
  deps: Deps,
  courseId: CourseId,
  items: readonly Item[],
): Promise<Judged & { readonly known: { readonly corrections?: number } }> {
  const corrections = await deps.store.corrections.ofCourse(courseId);
  const last = corrections.at(-1)?.number;
  return {
    ...(await judgedBy(deps, items, corrections)),
    known: last === undefined ? {} : { corrections: last },
  };
}
