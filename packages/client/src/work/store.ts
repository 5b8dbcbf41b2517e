import { written } from "../clock.ts";
import type { Tx } from "../database.ts";
import type { Phone } from "../phone.ts";
import type { Owner } from "./draft.ts";
import {
  type Draft,
  DRAFTS,
  FILLED,
  type Filled,
  keys,
  PARKED,
  PIECES,
  REFUSED,
  type Refused,
  SENT,
  type Sent,
  TOLD,
  type Told,
  type Why,
} from "./kept.ts";

/** So many that have arrived can be told apart from what waits. */
const MOST_SENT = 50;

/** All that lies here of hers, but for the bytes of pieces and what the server told. */
export type Everything = {
  readonly drafts: readonly Draft[];
  readonly filled: readonly Filled[];
  readonly refused: readonly Refused[];
  readonly sent: readonly Sent[];
  readonly parkedSince?: string | undefined;
};
export const readAll = ({ phone, learner }: Owner): Promise<Everything> =>
  phone.database.run("read", [PARKED, DRAFTS, FILLED, REFUSED], async (tx) => ({
    drafts: await tx.list(DRAFTS, [learner, "draft"]),
    filled: await tx.list(FILLED, [learner]),
    refused: await tx.list(REFUSED, [learner, "refused"]),
    sent: await tx.list(SENT, [learner, "sent"]),
    parkedSince: (await tx.get(PARKED, keys.parked(learner)))?.since,
  }));

/** What the server told last of her hand-ins in a course. */
export const readTold = ({ phone, learner }: Owner, courseId: string): Promise<Told | undefined> =>
  phone.database.run("read", [TOLD], (tx) => tx.get(TOLD, keys.told(learner, courseId)));
export const keepTold = (
  { phone, learner }: Owner,
  courseId: string,
  submissions: Told["submissions"],
): Promise<void> =>
  phone.database.run("write", [TOLD], (tx) => {
    const at = written(Math.max(0, phone.now()));
    return tx.put(TOLD, keys.told(learner, courseId), { submissions, at });
  });

/** What only the moment of handing in knows. */
export type Handing = {
  readonly at: string;
  readonly deviceId: string;
  readonly version: number;
  /** With whatever network there is. */
  readonly isNow: boolean;
};

/** What was pasted may hold signs that nobody writes, and that the server takes from nobody: they are left out, and nothing else. */
const writable = (text: string): string =>
  text.replace(/\p{Cc}|\p{Cs}/gu, (sign) => ("\t\n\r".includes(sign) ? sign : ""));

/**
 * Ends a draft: from now on it waits to be sent, word for word as it lies here. Both happen or neither, and a second tap finds it done.
 * @returns whether there was such a draft
 * @throws PhoneFull
 */
export const handIn = (
  { phone, learner }: Owner,
  { courseId, assignmentId, id }: Pick<Draft, "courseId" | "assignmentId" | "id">,
  { at, deviceId, version, isNow }: Handing,
): Promise<boolean> =>
  phone.database.run("strict", [DRAFTS, FILLED], async (tx) => {
    const key = keys.draft(learner, { courseId, assignmentId });
    const draft = await tx.get(DRAFTS, key);
    if (draft?.id !== id) return false;
    const { text, changedAt: _, ...about } = draft;
    const words = writable(text).trim();
    const body = {
      ...{ id, intentId: phone.newId(phone.now()), assignmentId, version },
      ...(words ? { text: words } : {}),
      claims: { at, deviceId },
    };
    await tx.put(FILLED, keys.filled(learner, id), { ...about, version, body, isNow });
    await tx.drop(DRAFTS, key);
    return true;
  });

/** Why it was not taken back: it is under way or has arrived, or she is at other work of the same assignment. */
export type NotBack = "gone" | "other";

/**
 * Makes a draft again of what waits or was refused, under another name: what the server may have got under the old one is not mixed up
 * with what becomes of this.
 */
export const takeBack = (owner: Owner, filled: Filled): Promise<NotBack | undefined> =>
  owner.phone.database.run("strict", [DRAFTS, FILLED, REFUSED], async (tx) => {
    const { phone, learner } = owner;
    const key = keys.draft(learner, filled);
    const waits = await tx.get(FILLED, keys.filled(learner, filled.id));
    const refused = await tx.get(REFUSED, keys.refused(learner, filled.id));
    if (!refused && (!waits || waits.isTried)) return "gone";
    if (await tx.get(DRAFTS, key)) return "other";
    const { courseId, assignmentId, version, title, pieces, body } = filled;
    const moment = phone.now();
    await tx.put(DRAFTS, key, {
      ...{ courseId, assignmentId, version, title, pieces, text: body.text ?? "" },
      id: `sub_${phone.newId(moment).replaceAll("-", "")}`,
      changedAt: written(Math.max(0, moment)),
    });
    await tx.drop(FILLED, keys.filled(learner, filled.id));
    await tx.drop(REFUSED, keys.refused(learner, filled.id));
    return undefined;
  });

/** Sends what waits for a network that costs nothing with whatever there is. */
export const sendNow = ({ phone, learner }: Owner, id: string): Promise<void> =>
  phone.database.run("strict", [FILLED], async (tx) => {
    const filled = await tx.get(FILLED, keys.filled(learner, id));
    if (filled) await tx.put(FILLED, keys.filled(learner, id), { ...filled, isNow: true });
  });

/** Sends one that was refused once more. */
export const tryAgain = ({ phone, learner }: Owner, { filled }: Refused): Promise<void> =>
  phone.database.run("strict", [FILLED, REFUSED], async (tx) => {
    if (!(await tx.get(REFUSED, keys.refused(learner, filled.id)))) return;
    await tx.drop(REFUSED, keys.refused(learner, filled.id));
    await tx.put(FILLED, keys.filled(learner, filled.id), { ...filled, isNow: true });
  });

/** Lets one go that was refused, with its pieces. */
export const letGo = ({ phone, learner }: Owner, { filled }: Refused): Promise<void> =>
  phone.database.run("strict", [REFUSED, PIECES], async (tx) => {
    if (!(await tx.get(REFUSED, keys.refused(learner, filled.id)))) return;
    await tx.drop(REFUSED, keys.refused(learner, filled.id));
    await dropPieces(tx, learner, filled);
  });

async function dropPieces(tx: Tx, learner: string, { pieces }: Filled): Promise<void> {
  for (const { intentId } of pieces) await tx.drop(PIECES, keys.piece(learner, intentId));
}

/** It goes out now. Nothing when it was taken back, or has arrived by another tab: then nobody sends it. */
export const setOut = ({ phone, learner }: Owner, id: string): Promise<Filled | undefined> =>
  phone.database.run("strict", [FILLED], async (tx) => {
    const filled = await tx.get(FILLED, keys.filled(learner, id));
    if (!filled) return undefined;
    const tried = { ...filled, isTried: true };
    await tx.put(FILLED, keys.filled(learner, id), tried);
    return tried;
  });

/** What the server took: its pieces have no place here any more. Safe to repeat. */
export const arrived = ({ phone, learner }: Owner, filled: Filled): Promise<void> =>
  phone.database.run("strict", [FILLED, PIECES, SENT, PARKED], async (tx) => {
    if (!(await tx.get(FILLED, keys.filled(learner, filled.id)))) return;
    const { id, courseId, assignmentId, version, title } = filled;
    await tx.drop(FILLED, keys.filled(learner, id));
    await dropPieces(tx, learner, filled);
    await tx.drop(PARKED, keys.parked(learner));
    const at = written(Math.max(0, phone.now()));
    await tx.put(SENT, keys.sent(learner, id), { id, courseId, assignmentId, version, title, at });
    const all = await tx.list(SENT, [learner, "sent"]);
    for (const one of all.slice(0, Math.max(0, all.length - MOST_SENT)))
      await tx.drop(SENT, keys.sent(learner, one.id));
  });

/** What the server does not take: it stays, with its pieces, until she decides. */
export const turnedDown = ({ phone, learner }: Owner, filled: Filled, why: Why): Promise<void> =>
  phone.database.run("strict", [FILLED, REFUSED], async (tx) => {
    if (!(await tx.get(FILLED, keys.filled(learner, filled.id)))) return;
    await tx.drop(FILLED, keys.filled(learner, filled.id));
    const at = written(Math.max(0, phone.now()));
    await tx.put(REFUSED, keys.refused(learner, filled.id), { filled, why, at });
  });

/** Notes that the server has a piece, so that none is sent twice for nothing; or that it has lost it. */
export const pieceSent = (
  { phone, learner }: Owner,
  intentId: string,
  isSent: boolean,
): Promise<void> =>
  phone.database.run("write", [PIECES], async (tx) => {
    const key = keys.piece(learner, intentId);
    const piece = await tx.get(PIECES, key);
    if (piece) await tx.put(PIECES, key, { ...piece, isSent });
  });

/** Her queue waits for her to sign in. Nothing of it is touched. */
export const park = ({ phone, learner }: Owner): Promise<void> =>
  phone.database.run("write", [PARKED], (tx) =>
    tx.put(PARKED, keys.parked(learner), { since: written(Math.max(0, phone.now())) }),
  );

/** How many things lie on this phone and nowhere else: begun, waiting, or refused. */
export const unsentWork = (phone: Phone, learner: string): Promise<number> =>
  phone.database.run(
    "read",
    [DRAFTS, FILLED, REFUSED],
    async (tx) =>
      (await tx.count(DRAFTS, [learner, "draft"])) +
      (await tx.count(FILLED, [learner])) +
      (await tx.count(REFUSED, [learner, "refused"])),
  );

/** Erases all of one learner's. Nobody else's, and safe to repeat. */
export const eraseWork = (phone: Phone, learner: string): Promise<void> =>
  phone.database.run("strict", [TOLD, DRAFTS, FILLED, REFUSED], async (tx) => {
    for (const kind of [TOLD, DRAFTS, FILLED, REFUSED]) await tx.drop(kind, [learner]);
  });
