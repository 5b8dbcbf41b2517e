import type { DraftBlock, LessonCommand } from "@twiza/contract";

/** Something that can be done again. Words are put back only where they still are what they were when they were left. */
export type Act =
  | { readonly command: LessonCommand }
  | { readonly key: string; readonly block: DraftBlock; readonly instead: DraftBlock };
export type Step = {
  readonly back: Act;
  readonly forth: Act;
  /** When it was last added to, in milliseconds. */
  readonly at: number;
};
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

export const NO_HISTORY: History = { done: [], undone: [] };
/** Steps that can be taken back. */
const MOST = 200;
/** Words typed in one go are one step. */
const PAUSE_MS = 1000;

/** One more step; what had been undone is gone. */
export function stepped({ done }: History, step: Step): History {
  const last = done.at(-1);
  const grown = last && together(last, step);
  const steps = grown ? [...done.slice(0, -1), grown] : [...done, step];
  return { done: steps.slice(-MOST), undone: [] };
}

function together(last: Step, step: Step): Step | undefined {
  const isOneGo =
    "key" in last.forth &&
    "key" in step.forth &&
    "key" in last.back &&
    last.forth.key === step.forth.key &&
    step.at - last.at < PAUSE_MS;
  if (!isOneGo) return undefined;
  const { key, block } = step.forth;
  const first = last.back.block;
  return {
    back: { key, block: first, instead: block },
    forth: { key, block, instead: first },
    at: step.at,
  };
}

/** Takes the last step back that can be, which `isStill` says of its act; the others are let go. */
export function takenBack(
  history: History,
  isStill: (act: Act) => boolean,
): { readonly act?: Act; readonly history: History } {
  const done = [...history.done];
  for (let step = done.pop(); step; step = done.pop())
    if (isStill(step.back))
      return { act: step.back, history: { done, undone: [...history.undone, step] } };
  return { history: { ...history, done } };
}

/** Does the step again that was taken back last. */
export function doneAgain(
  history: History,
  isStill: (act: Act) => boolean,
): { readonly act?: Act; readonly history: History } {
  const undone = [...history.undone];
  for (let step = undone.pop(); step; step = undone.pop())
    if (isStill(step.forth))
      return { act: step.forth, history: { done: [...history.done, step], undone } };
  return { history: { ...history, undone } };
}
