import type {
  Assignment,
  Marking,
  MarkingBody,
  Proof,
  Submission,
  WorkNote,
} from "@twiza/contract";
import { byRubric, HANDING } from "@twiza/contract/handing";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { markerBringing, takenProof } from "./proof.ts";

type About = {
  readonly submission: Submission;
  readonly assignment: Assignment;
  readonly body: MarkingBody;
  readonly now: string;
};

/**
 * What one person says of a hand-in, and what it comes to by its rubric.
 * @throws Refused `submission.unmarked`; `upload.missing`; `request.invalid` for a note to a place that the work does not have
 */
export async function markingFrom(
  deps: Deps,
  principal: Principal,
  { submission, assignment, body, now }: About,
): Promise<Marking> {
  const { words } = body;
  const chosen = chosenOf(assignment, body);
  const { percent, passed, unmarked } = byRubric(assignment, chosen);
  if (unmarked.length > 0) throw new Refused("submission.unmarked");
  if (!body.notes.every((note) => isOn(submission, note))) throw new Refused("request.invalid");
  const voiceOf = async (it: Spoken): Promise<{ voice?: Proof }> =>
    it.voice ? { voice: await voiceUnder(deps, principal, it.voice) } : {};
  const notes = await Promise.all(
    body.notes.map(async ({ voice, ...note }): Promise<WorkNote> => ({
      ...note,
      ...(await voiceOf({ voice })),
    })),
  );
  return {
    ...{ by: principal.accountId, byName: principal.name.slice(0, 120), at: now },
    chosen,
    ...(words ? { words } : {}),
    ...(await voiceOf(body)),
    ...{ notes, rules: HANDING, percent, passed },
  };
}

type Spoken = Pick<MarkingBody, "voice">;

/** One level of each criterion, in the order of the rubric; of two words on one the later. */
const chosenOf = ({ criteria }: Assignment, { chosen }: MarkingBody): Marking["chosen"] =>
  criteria.flatMap(({ id }) => chosen.findLast(({ criterion }) => criterion === id) ?? []);

async function voiceUnder(
  deps: Deps,
  principal: Principal,
  intentId: NonNullable<Spoken["voice"]>,
): Promise<Proof> {
  const proof = await takenProof(deps, markerBringing(principal), intentId);
  if (proof.kind !== "voice") throw new Refused("upload.missing");
  return proof;
}

const PLACES: Readonly<Record<"photo" | "moment" | "file", readonly Proof["kind"][]>> = {
  photo: ["photo"],
  moment: ["voice", "video"],
  file: ["file"],
};

/** Whether the work has the place that a note is to. */
function isOn({ text = "", proofs }: Submission, note: MarkingBody["notes"][number]): boolean {
  if (note.on === "text") return note.from < note.to && note.to <= text.length;
  const proof = proofs.find(({ hash }) => hash === note.proof);
  if (!proof || !PLACES[note.on].includes(proof.kind)) return false;
  return note.on !== "moment" || note.second <= (proof.seconds ?? 0);
}
