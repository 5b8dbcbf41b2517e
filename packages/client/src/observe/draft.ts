import { judge, type Judgement, type Seen } from "@twiza/contract/observing";
import type { Draft, Mark, Taken } from "./kept.ts";

/** A checklist as the observer's phone has it. */
export type TakenChecklist = Taken["checklists"][number]["checklists"][number];

/** The draft with one criterion judged anew, or with no word on it when the same answer is given twice. Pure. */
export function marked(draft: Draft, criterion: string, result: Seen): Draft {
  const before = draft.marks[criterion];
  const next = before?.result === result ? undefined : result;
  return withMark(draft, criterion, { ...before, result: next });
}

export const noted = (draft: Draft, criterion: string, note: string): Draft =>
  withMark(draft, criterion, { ...draft.marks[criterion], note });

const withMark = (draft: Draft, criterion: string, mark: Mark): Draft => ({
  ...draft,
  marks: { ...draft.marks, [criterion]: mark },
});

/** What was seen, as it is sent: of each criterion of the checklist, in its order. Whatever has no answer had no occasion. Pure. */
export const seenIn = ({ criteria }: TakenChecklist, { marks }: Draft) =>
  criteria.map(({ id }) => {
    const { result = "not_seen", note = "" } = marks[id] ?? {};
    const words = note.trim();
    return { criterion: id, result, ...(words ? { note: words } : {}) } as const;
  });

/** How it stands, by the rule that the server has too. Pure. */
export const judged = (checklist: TakenChecklist, draft: Draft): Judgement =>
  judge(checklist, seenIn(checklist, draft));

/** Criteria that have no answer yet. Pure. */
export const openIn = ({ criteria }: TakenChecklist, { marks }: Draft): number =>
  criteria.filter(({ id }) => marks[id]?.result === undefined).length;

/** Why it cannot be confirmed yet. Pure. */
export function lackingIn(
  checklist: TakenChecklist,
  draft: Draft,
): "nothing" | "photo" | undefined {
  if (openIn(checklist, draft) === checklist.criteria.length) return "nothing";
  return checklist.photo && draft.photos.length === 0 ? "photo" : undefined;
}

/** The checklists that somebody's version has. Pure. */
export const checklistsOf = (
  taken: Taken,
  { version }: { readonly version: number },
): readonly TakenChecklist[] =>
  taken.checklists.find((each) => each.version === version)?.checklists ?? [];
