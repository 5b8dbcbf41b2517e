import type { BankUse, Course, ItemId } from "@twiza/contract";
import { may } from "../authorise.ts";
import { readQuiz, remembered } from "../course/content.ts";
import { subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { bankPrint } from "./row.ts";

/** Courses that are looked at side by side. */
const AT_ONCE = 8;

/** The names of the items of a test with the print of each. Immutable, as the test is. */
const readPrints = remembered(async (deps, quiz): Promise<ReadonlyMap<ItemId, string>> => {
  const { items } = await readQuiz(deps, quiz);
  const prints = items.map(async (item) => [item.id, await bankPrint(item)] as const);
  return new Map(await Promise.all(prints));
});

/** A course of her organisation, with the items that its draft and what is live of it have. */
export type Tested = {
  readonly course: Course;
  readonly draft: ReadonlyMap<ItemId, string>;
  readonly live: ReadonlyMap<ItemId, string>;
};

/**
 * All courses of her organisation with their items. Nobody writes down where an item is used: tests are blobs that never change, so
 * that a warm process reads each once, and what is told is what is so.
 */
export async function testsOf(deps: Deps, principal: Principal): Promise<Tested[]> {
  const organisationId = found(principal.organisationId);
  const tests: Tested[] = [];
  let after: string | undefined;
  do {
    const page = await deps.store.courses.ofOrganisation(organisationId, after);
    for (let at = 0; at < page.values.length; at += AT_ONCE) {
      const some = page.values.slice(at, at + AT_ONCE);
      tests.push(...(await Promise.all(some.map(({ value }) => testOf(deps, value)))));
    }
    after = page.next;
  } while (after !== undefined);
  return tests.filter(({ course }) =>
    may(principal, "course:read", subjectOf(course, principal)),
  );
} // prettier-ignore

async function testOf(deps: Deps, course: Course): Promise<Tested> {
  const [draft, live] = await Promise.all([
    readPrints(deps, course.draft.content.quiz),
    course.live ? readPrints(deps, course.live.content.quiz) : new Map<ItemId, string>(),
  ]);
  return { course, draft, live };
}

/** In how many courses each item stands. Pure. */
export function courseCounts(tests: readonly Tested[]): ReadonlyMap<ItemId, number> {
  const counts = new Map<ItemId, number>();
  for (const { draft, live } of tests)
    for (const id of new Set([...draft.keys(), ...live.keys()]))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** What a draft has of an item, by the prints that it has in the bank now and had before. Pure. */
export function standingOf(
  print: string,
  [now, ...former]: readonly string[],
): NonNullable<BankUse["draft"]> {
  if (print === now) return "same";
  return former.includes(print) ? "former" : "own";
}

/** The courses that use an item. */
export const usesOf = (
  tests: readonly Tested[],
  { id, prints, principal }: { readonly id: ItemId; readonly prints: readonly string[]; readonly principal: Principal },
): BankUse[] =>
  tests.flatMap(({ course, draft, live }) => {
    const print = draft.get(id);
    if (print === undefined && !live.has(id)) return [];
    return {
      courseId: course.id,
      title: course.title,
      mayEdit: may(principal, "course:edit", subjectOf(course, principal)),
      ...(print === undefined ? {} : { draft: standingOf(print, prints) }),
      live: live.has(id),
    };
  }); // prettier-ignore
