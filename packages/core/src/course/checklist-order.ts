import {
  CHECKLIST_LIMITS,
  type ChecklistCommand,
  type ChecklistId,
  type DraftChecklist,
  type Localized,
} from "@twiza/contract";

type Checklists = readonly DraftChecklist[];

export const isFull = (checklists: Checklists): boolean =>
  checklists.length > CHECKLIST_LIMITS.checklists;

const isSaid = (text: Localized | undefined): text is Localized =>
  Object.values(text ?? {}).some(Boolean);

/** Without signs that say nothing: once published, what is there says something. Pure. */
export const withoutBlanks = (checklist: DraftChecklist): DraftChecklist => ({
  ...checklist,
  criteria: checklist.criteria.map(({ sign, ...criterion }) =>
    isSaid(sign) ? { ...criterion, sign } : criterion,
  ),
});

/** The checklists with this one in them: where it stood, or else behind `after`, or else last. Pure. */
export function withChecklist(
  checklists: Checklists,
  checklist: DraftChecklist,
  after?: ChecklistId,
): Checklists {
  const at = checklists.findIndex(({ id }) => id === checklist.id);
  if (at >= 0) return checklists.with(at, checklist);
  const behind = checklists.findIndex(({ id }) => id === after);
  return behind < 0 ? [...checklists, checklist] : checklists.toSpliced(behind + 1, 0, checklist);
}

/** The checklists after one command; one that is about a checklist that is gone changes nothing. Pure. */
export function withChecklistCommand(
  checklists: Checklists,
  command: ChecklistCommand,
): Checklists {
  const it = checklists.find(({ id }) => id === command.id);
  if (!it || (command.do === "move" && command.after === command.id)) return checklists;
  const others = checklists.filter((each) => each !== it);
  if (command.do === "remove") return others;
  const behind = others.findIndex(({ id }) => id === command.after);
  return others.toSpliced(behind + 1, 0, it);
}
