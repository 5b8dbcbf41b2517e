import type { OutlineRow } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Expected, Write } from "../store/index.ts";
import type { Act } from "./place.ts";
import type { Step } from "./restore-lessons.ts";
import { withBinned } from "./restored.ts";
import type { Held } from "./rows.ts";

/** How many items of lessons one transaction takes: a hundred is the most there may be, and words are large. */
const MOST_ITEMS = 60;

/** The steps in portions of one transaction each. There is always a last one, which may be empty. */
export function inChunks(steps: readonly Step[]): Step[][] {
  const chunks: Step[][] = [[]];
  let items = 0;
  for (const step of steps) {
    if (items + step.items > MOST_ITEMS) {
      chunks.push([]);
      items = 0;
    }
    chunks.at(-1)?.push(step);
    items += step.items;
  }
  return chunks;
}

export const binnedOf = (steps: readonly Step[]) => steps.flatMap(({ binned }) => binned ?? []);

/**
 * Keeps all portions but the last. Each leaves a draft that is whole: some of its lessons are those of the version already, and
 * what they were lies in the bin. Whoever asks again goes on from there.
 * @returns what the last transaction writes of lessons, and what it must find in the place of the order; nothing when somebody
 * else wrote in between
 */
export async function keepFirstChunks(
  deps: Deps,
  { row, expected: found }: Held<OutlineRow>,
  { chunks, act }: { readonly chunks: readonly (readonly Step[])[]; readonly act: Act },
): Promise<{ readonly writes: readonly Write[]; readonly expected: Expected } | undefined> {
  let expected = found;
  let { outline } = row;
  for (const steps of chunks.slice(0, -1)) {
    outline = { ...withBinned(outline, binnedOf(steps), act), changedAt: act.at };
    const order = deps.store.drafts.putOutline({ ...row, outline }, expected);
    const done = await deps.store.commit([...steps.flatMap(({ writes }) => writes), order]);
    if (done === "stale") return undefined;
    expected = expected === "absent" ? 1 : expected + 1;
  }
  const last = chunks.at(-1) ?? [];
  return { writes: last.flatMap(({ writes }) => writes), expected };
}
