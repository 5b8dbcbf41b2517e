import type { Database, Kind } from "@twiza/client";
import type { AccountId } from "@twiza/contract";
import type { Save } from "./saves.ts";

/** What one tab has still to save of one lesson. */
export type Waiting = { readonly tab: string; readonly saves: readonly Save[] };
/** Whose they are, and of what. */
export type Whose = {
  readonly accountId: AccountId;
  readonly courseId: string;
  readonly lessonId: string;
};

/** In a database of its own: what trainers write has nothing to do with what learners keep. */
const WAITING: Kind<Waiting> = { store: "outbox" };
const keyOf = ({ accountId, courseId, lessonId }: Whose) =>
  [accountId, courseId, lessonId] as const;

/** Keeps what waits in a tab; where nothing waits, nothing is kept. @throws PhoneFull when there is no room */
export const keepWaiting = (database: Database, whose: Whose, waiting: Waiting): Promise<void> =>
  database.run("write", [WAITING], async (tx) => {
    const key = [...keyOf(whose), waiting.tab];
    if (waiting.saves.length === 0) await tx.drop(WAITING, key);
    else await tx.put(WAITING, key, waiting);
  });

/**
 * Takes over what tabs that are gone have left, before what this one has kept.
 * @param isGone asked of every other tab that has something waiting
 * @returns what they left, in the order in which it was begun
 */
export async function takeOver(
  database: Database,
  whose: Whose,
  { tab, isGone }: { tab: string; isGone: (tab: string) => Promise<boolean> },
): Promise<readonly Save[]> {
  const key = keyOf(whose);
  const all = await database.run("read", [WAITING], (tx) => tx.list(WAITING, key));
  const others = all.map((one) => one.tab).filter((one) => one !== tab);
  const gone = await Promise.all(others.map(async (one) => ((await isGone(one)) ? [one] : [])));
  const names = new Set(gone.flat());
  if (names.size === 0) return [];
  return database.run("strict", [WAITING], async (tx) => {
    const kept = await tx.list(WAITING, key);
    const left = kept.filter((one) => names.has(one.tab));
    const saves = left.flatMap((one) => one.saves).sort(byAge);
    const mine = kept.find((one) => one.tab === tab)?.saves ?? [];
    for (const one of left) await tx.drop(WAITING, [...key, one.tab]);
    await tx.put(WAITING, [...key, tab], { tab, saves: [...saves, ...mine] });
    return saves;
  });
}

/** Names of saves are made of the moment in which they began. */
const byAge = (one: Save, other: Save): number => (one.intentId < other.intentId ? -1 : 1);
