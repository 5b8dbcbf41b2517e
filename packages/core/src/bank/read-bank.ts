import type { BankItem, BankLine, BankUse, ItemId, ItemStatistics } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { printOfItem } from "../course/print.ts";
import { joined, statisticsOf } from "../statistics/figures.ts";
import { bankOf } from "./place.ts";
import { keptOf } from "./row.ts";
import { type BankSearch, pageOf, tagCounts, wanted } from "./search.ts";
import { courseCounts, type Tested, testsOf, usesOf } from "./uses.ts";

/** More tags than these are found by their words. */
const MOST_TAGS = 60;

type Asked = BankSearch & {
  readonly after?: After;
  readonly unused?: "yes" | undefined;
};

/** Items of the bank: one query reads the index whole, whatever is looked for in it. */
export async function listBank(
  deps: Deps,
  principal: Principal,
  { after, unused, ...search }: Asked,
): Promise<{ lines: BankLine[]; next?: string; found: number; all: number; tags: { tag: string; count: number }[] }> {
  const organisationId = bankOf(principal, "bank:read");
  const [parts, tests] = await Promise.all([
    deps.store.bank.index(organisationId),
    testsOf(deps, principal),
  ]);
  const counts = courseCounts(tests);
  const all = parts.flatMap(({ lines }) => lines);
  const fitting = all.filter(wanted(search)).filter(({ id }) => !unused || !counts.has(id));
  const { lines, ...rest } = pageOf(fitting, after);
  return {
    lines: lines.map((line) => ({ ...line, courseCount: counts.get(line.id) ?? 0 })),
    ...rest,
    found: fitting.length,
    all: all.length,
    tags: tagCounts(all).slice(0, MOST_TAGS),
  };
} // prettier-ignore

/** Some items whole, in the order in which they were asked for. */
export async function readBankItems(
  deps: Deps,
  principal: Principal,
  { ids }: { readonly ids: readonly ItemId[] },
): Promise<{ items: BankItem[] }> {
  const organisationId = bankOf(principal, "bank:read");
  const rows = await Promise.all(ids.map((id) => deps.store.bank.byId(organisationId, id)));
  return { items: rows.flatMap((kept) => (kept ? [keptOf(kept.value)] : [])) };
}

/** One item, who uses it and how it does. @throws Refused `not_found` */
export async function readBankItem(
  deps: Deps,
  principal: Principal,
  itemId: ItemId,
): Promise<{ kept: BankItem; uses: BankUse[]; figures: ItemStatistics }> {
  const organisationId = bankOf(principal, "bank:read");
  const { value: row } = found(await deps.store.bank.byId(organisationId, itemId));
  const tests = await testsOf(deps, principal);
  const uses = usesOf(tests, { id: itemId, prints: row.prints, principal });
  const using = tests.filter(({ course }) => uses.some(({ courseId }) => courseId === course.id));
  return { kept: keptOf(row), uses, figures: await figuresOf(deps, row.item, using) };
}

/** Over all tests that have asked it as it is now, in every course that uses it. */
async function figuresOf(
  deps: Deps,
  item: BankItem["item"],
  using: readonly Tested[],
): Promise<ItemStatistics> {
  const print = await printOfItem(item);
  const tests = await Promise.all(
    using.map(({ course }) => deps.store.statistics.ofCourse(course.id)),
  );
  const same = tests.flat().flatMap(({ items }) => items[item.id] ?? []);
  return statisticsOf(item, joined(same.filter((sums) => sums.print === print)));
}
