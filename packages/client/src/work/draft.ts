import { HANDING_LIMITS, type ProofKind } from "@twiza/contract/handing";
import { written } from "../clock.ts";
import type { Tx } from "../database.ts";
import type { Phone } from "../phone.ts";
import {
  type About,
  type Draft,
  DRAFTS,
  FILLED,
  type Filled,
  keys,
  type KeptPiece,
  PIECES,
  type Piece,
  REFUSED,
  SENT,
} from "./kept.ts";

/** Whose work it is, and the phone that it lies on. */
export type Owner = { readonly phone: Phone; readonly learner: string };

/** New work, that nothing is in yet; it lies on the phone with its first word. */
function begun({ phone }: Owner, about: About): Draft {
  const moment = phone.now();
  const { courseId, assignmentId, version, title } = about;
  const id = `sub_${phone.newId(moment).replaceAll("-", "")}`;
  const changedAt = written(Math.max(0, moment));
  return { courseId, assignmentId, version, title, id, text: "", pieces: [], changedAt };
}

const stands = (tx: Tx, { learner }: Owner, about: Pick<About, "courseId" | "assignmentId">) =>
  tx.get(DRAFTS, keys.draft(learner, about));

/** Changes what lies here of it, as it lies here now: another tab may have added something meanwhile. */
async function changed(
  tx: Tx,
  owner: Owner,
  { about, change }: { readonly about: About; readonly change: (draft: Draft) => Draft },
): Promise<Draft> {
  const before = (await stands(tx, owner, about)) ?? begun(owner, about);
  const changedAt = written(Math.max(0, owner.phone.now()));
  const draft = { ...change(before), version: about.version, title: about.title, changedAt };
  await tx.put(DRAFTS, keys.draft(owner.learner, about), draft);
  return draft;
}

/**
 * Keeps what she wrote, at every letter. `of`: the draft that she saw when she wrote it; if that was handed in meanwhile, in another tab
 * say, it is no draft any more and nothing of it begins another.
 * @throws PhoneFull
 */
export const keepText = (
  owner: Owner,
  about: About,
  { text, of }: { readonly text: string; readonly of?: string | undefined },
): Promise<void> =>
  owner.phone.database.run("write", [DRAFTS, FILLED, SENT], async (tx) => {
    if (of !== undefined && (await isDone(tx, owner, of))) return;
    await changed(tx, owner, { about, change: (draft) => ({ ...draft, text }) });
  });

/** Handed in before: it waits, has arrived, or was refused. */
const isDone = async (tx: Tx, { learner }: Owner, id: string): Promise<boolean> =>
  (await tx.get(FILLED, keys.filled(learner, id))) !== undefined ||
  (await tx.get(SENT, keys.sent(learner, id))) !== undefined ||
  (await tx.get(REFUSED, keys.refused(learner, id))) !== undefined;

/**
 * Keeps a piece with the draft that has it: both or neither.
 * @returns whether there was room for one more
 * @throws PhoneFull
 */
export const keepPiece = (owner: Owner, about: About, piece: KeptPiece): Promise<boolean> =>
  owner.phone.database.run("strict", [DRAFTS, PIECES], async (tx) => {
    const { bytes: _, isSent: __, ...named } = piece;
    const before = await stands(tx, owner, about);
    if ((before?.pieces.length ?? 0) >= HANDING_LIMITS.proofs) return false;
    await tx.put(PIECES, keys.piece(owner.learner, piece.intentId), piece);
    const change = (draft: Draft): Draft => ({ ...draft, pieces: [...draft.pieces, named] });
    await changed(tx, owner, { about, change });
    return true;
  });

export const dropPiece = (owner: Owner, about: About, intentId: string): Promise<void> =>
  owner.phone.database.run("strict", [DRAFTS, PIECES], async (tx) => {
    const before = await stands(tx, owner, about);
    if (!before?.pieces.some((piece) => piece.intentId === intentId)) return;
    const pieces = before.pieces.filter((piece) => piece.intentId !== intentId);
    await changed(tx, owner, { about, change: (draft) => ({ ...draft, pieces }) });
    await tx.drop(PIECES, keys.piece(owner.learner, intentId));
  });

/** Begins anew from what was written before; what she has begun already stays as it is. */
export const beginFrom = (owner: Owner, about: About, text: string): Promise<void> =>
  owner.phone.database.run("strict", [DRAFTS], async (tx) => {
    if (await stands(tx, owner, about)) return;
    await changed(tx, owner, { about, change: (draft) => ({ ...draft, text }) });
  });

/** Throws a draft away, with its pieces. */
export const dropDraft = (owner: Owner, draft: Draft): Promise<void> =>
  owner.phone.database.run("strict", [DRAFTS, PIECES], async (tx) => {
    const now = await stands(tx, owner, draft);
    if (now?.id !== draft.id) return;
    for (const { intentId } of now.pieces)
      await tx.drop(PIECES, keys.piece(owner.learner, intentId));
    await tx.drop(DRAFTS, keys.draft(owner.learner, draft));
  });

/** The bytes of one piece, while they lie here. */
export const pieceOf = (
  { phone, learner }: Owner,
  intentId: string,
): Promise<KeptPiece | undefined> =>
  phone.database.run("read", [PIECES], (tx) => tx.get(PIECES, keys.piece(learner, intentId)));

type Takes = { readonly takes: readonly ProofKind[] };
/** Why it cannot be handed in yet: there is nothing in it, or it holds a kind that is not taken. Pure. */
export function lackingIn({ takes }: Takes, { text, pieces }: Draft): "empty" | "kind" | undefined {
  if (pieces.some(({ kind }) => !takes.includes(kind))) return "kind";
  const hasText = text.trim() !== "";
  if (hasText && !takes.includes("text")) return "kind";
  return hasText || pieces.length > 0 ? undefined : "empty";
}

/** How many bytes go out, about: letters take up to two. Pure. */
export const sizeOf = ({
  text = "",
  pieces,
}: {
  text?: string;
  pieces: readonly Piece[];
}): number => pieces.reduce((sum, { size }) => sum + size, new TextEncoder().encode(text).length);
export const sizeOfFilled = ({ body, pieces }: Filled): number =>
  sizeOf({ ...(body.text ? { text: body.text } : {}), pieces });
