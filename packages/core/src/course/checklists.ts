import type {
  ChecklistCommand,
  ChecklistId,
  CourseId,
  DraftChecklist,
  DraftChecklists,
  Hash,
  IntentId,
  Manifest,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { digest, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { canonicalJson } from "./canonical-json.ts";
import { isFull, withChecklist, withChecklistCommand, withoutBlanks } from "./checklist-order.ts";
import { keepManifest, readManifest } from "./content.ts";
import { courseToEdit, withContent } from "./draft-content.ts";

const decoder = new TextDecoder();
/** Changes with every word of a checklist, in whatever order its members come. */
const markOf = (checklist: DraftChecklist): Promise<Hash> =>
  digest(decoder.decode(canonicalJson(checklist)));

async function marked(checklists: readonly DraftChecklist[]): Promise<DraftChecklists> {
  const all = checklists.map(async (checklist) => ({ mark: await markOf(checklist), checklist }));
  return { checklists: await Promise.all(all) };
}

/** The checklists of a draft: for who may write it. @throws Refused `not_found` */
export async function readChecklists(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<DraftChecklists> {
  const { value: course } = await courseToEdit(deps, principal, courseId);
  const { checklists = [] } = await readManifest(deps, course.draft.content.manifest);
  return marked(checklists);
}

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

/**
 * Writes one checklist, whole. Learners meet it after the next publishing.
 * @throws Refused `not_found`, also for one that is said to be another; `draft.full`; `stale_write` when it no longer says what its
 * author saw: nobody undoes what she has not seen
 */
export function saveChecklist(
  deps: Deps,
  principal: Principal,
  { courseId, checklistId, body }: Saving,
): Promise<DraftChecklists> {
  const { seen, after } = body;
  if (body.checklist.id !== checklistId) throw new Refused("not_found");
  const asked = { principal, operation: `checklist.save ${courseId}`, request: body };
  const checklist = withoutBlanks(body.checklist);
  return change(deps, asked, courseId, async (checklists) => {
    const there = checklists.find(({ id }) => id === checklistId);
    const now = there && (await markOf(there));
    if (now !== undefined && now !== seen && now !== (await markOf(checklist)))
      throw new Refused("stale_write");
    return withChecklist(checklists, checklist, after);
  });
}

type Arranging = {
  readonly courseId: CourseId;
  readonly body: {
    readonly intentId: IntentId;
    readonly commands: readonly ChecklistCommand[];
  };
};

/** Changes the order of checklists, throws some away. @throws Refused `not_found` */
export const arrangeChecklists = (
  deps: Deps,
  principal: Principal,
  { courseId, body }: Arranging,
): Promise<DraftChecklists> =>
  change(
    deps,
    { principal, operation: `checklist.arrange ${courseId}`, request: body },
    courseId,
    (checklists) => Promise.resolve(body.commands.reduce(withChecklistCommand, checklists)),
  );

type Asked = Parameters<typeof onceOf>[1];
type Change = (checklists: readonly DraftChecklist[]) => Promise<readonly DraftChecklist[]>;

/** Decides on the checklists as they stand; what changes nothing writes nothing but that it was asked. */
function change(
  deps: Deps,
  asked: Asked,
  courseId: CourseId,
  by: Change,
): Promise<DraftChecklists> {
  const { principal } = asked;
  return onceOf(deps, asked, {
    work: async () => {
      const kept = await courseToEdit(deps, principal, courseId);
      const { content } = kept.value.draft;
      const { checklists: before = [], ...rest } = await readManifest(deps, content.manifest);
      const checklists = await by(before);
      if (isFull(checklists)) throw new Refused("draft.full");
      const reply = await marked(checklists);
      const manifest = await keepManifest(deps, withThem(rest, checklists));
      if (manifest === content.manifest) return { reply, writes: [] };
      const { writes } = withContent(deps, principal, { kept, content: { manifest } });
      return { reply, writes };
    },
    now: () => readChecklists(deps, principal, courseId),
  });
}

/** A course that asks for no skill says nothing of skills. Pure. */
const withThem = (rest: Manifest, checklists: readonly DraftChecklist[]): Manifest =>
  checklists.length > 0 ? { ...rest, checklists: [...checklists] } : rest;
