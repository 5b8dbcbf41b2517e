import {
  type Checkpoint,
  type Head,
  isConsistent,
  isSame,
  parseCheckpoint,
  parseNote,
  provenBy,
  type Verifier,
  type Verify,
  type WitnessRequest,
} from "@twiza/log";

/** Why a checkpoint is not signed, as the protocol numbers it (C2SP tlog-witness). */
export type Verdict =
  | { readonly is: "right"; readonly checkpoint: Checkpoint; readonly body: string }
  | { readonly is: "unread" | "unknown_log" | "unsigned" | "backwards" }
  /** Another size was seen last: the asker has to prove from there. */
  | { readonly is: "other_size"; readonly seen: number }
  /** The log itself signed two heads of which one does not begin with the other, or so it seems: kept for people to look at. */
  | { readonly is: "fork" | "unproven"; readonly origin: string };

type Known = {
  readonly logs: readonly Verifier[];
  /** What was seen last of a log; nothing yet is a log without entries. */
  readonly seen: (origin: string) => Head | undefined;
  readonly verify: Verify;
};

/**
 * Whether a witness may sign: the log signed it, and it begins with all that was seen before. Whoever asks may be anybody: nothing
 * else that she says is believed.
 */
export async function judge(request: WitnessRequest, known: Known): Promise<Verdict> {
  const note = parseNote(request.checkpoint);
  const checkpoint = note && parseCheckpoint(note.body);
  if (!checkpoint) return { is: "unread" };
  const { origin } = checkpoint;
  const keys = known.logs.filter(({ type, name }) => type === "log" && name === origin);
  if (keys.length === 0) return { is: "unknown_log" };
  const proven = await provenBy(note, keys, known.verify);
  if (proven === "forged" || proven.length === 0) return { is: "unsigned" };
  if (request.oldSize > checkpoint.size) return { is: "backwards" };
  return compare(request, { checkpoint, body: note.body, seen: known.seen(origin) });
}

function compare(
  { oldSize, proof }: WitnessRequest,
  { checkpoint, body, seen }: { checkpoint: Checkpoint; body: string; seen: Head | undefined },
): Verdict {
  const { origin, size, root } = checkpoint;
  if (oldSize !== (seen?.size ?? 0)) return { is: "other_size", seen: seen?.size ?? 0 };
  if (!seen)
    return proof.length === 0 ? { is: "right", checkpoint, body } : { is: "unproven", origin };
  if (size === seen.size && !isSame(root, seen.root)) return { is: "fork", origin };
  if (!isConsistent(seen, checkpoint, proof)) return { is: "unproven", origin };
  return { is: "right", checkpoint, body };
}
