import {
  CHECKLIST_LIMITS,
  type ChecklistId,
  type CourseId,
  type DraftChecklist,
  type DraftChecklists,
  type Hash,
  type IntentId,
  type Localized,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { listedInDraft } from "./listed-in-draft.ts";

const isSaid = (text: Localized | undefined): text is Localized =>
  Object.values(text ?? {}).some(Boolean);

/** Without signs that say nothing: once published, what is there says something. Pure. */
export const withoutBlanks = (checklist: DraftChecklist): DraftChecklist => ({
  ...checklist,
  criteria: checklist.criteria.map(({ sign, ...criterion }) =>
    isSaid(sign) ? { ...criterion, sign } : criterion,
  ),
});

const checklists = listedInDraft<DraftChecklist, DraftChecklists>({
  noun: "checklist",
  most: CHECKLIST_LIMITS.checklists,
  from: (manifest) => manifest.checklists ?? [],
  into: ({ checklists: _, ...rest }, all) =>
    all.length > 0 ? { ...rest, checklists: [...all] } : rest,
  reply: (all, live) => ({
    checklists: all.map(({ mark, thing }) => ({ mark, checklist: thing })),
    ...(live && live.length > 0 ? { live: [...live] } : {}),
  }),
  withLive: true,
});

/** The checklists of a draft: for who may write it. */
export const readChecklists = checklists.read;
export const arrangeChecklists = checklists.arrange;

type Saving = {
  readonly courseId: CourseId;
  readonly checklistId: ChecklistId;
  readonly body: {
    readonly intentId: IntentId;
    readonly checklist: DraftChecklist;
    readonly seen?: Hash | undefined;
    readonly after?: ChecklistId | undefined;
  };
};

/** Writes one checklist, whole. @throws Refused as `listedInDraft` does, and `not_found` for one that is said to be another */
export function saveChecklist(
  deps: Deps,
  principal: Principal,
  { courseId, checklistId, body }: Saving,
): Promise<DraftChecklists> {
  const { checklist, seen, after } = body;
  if (checklist.id !== checklistId) throw new Refused("not_found");
  const thing = withoutBlanks(checklist);
  return checklists.save(deps, principal, { courseId, thing, request: body, seen, after });
}
