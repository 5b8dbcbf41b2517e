import { written } from "../clock.ts";
import type { Tx } from "../database.ts";
import type { Phone } from "../phone.ts";
import { judged, seenIn, type TakenChecklist } from "./draft.ts";
import {
  type About,
  type Draft,
  DRAFTS,
  FILLED,
  type Filled,
  keys,
  type KeptPhoto,
  PARKED,
  PHOTOS,
  REFUSED,
  type Refused,
  SENT,
  type Sent,
  TAKEN,
  type Taken,
} from "./kept.ts";

/** Whose phone this is at the moment, and the phone. */
export type Observer = { readonly phone: Phone; readonly account: string };

/** So many that were sent can be looked up. */
const MOST_SENT = 50;

/** All that lies here of hers, but for photos. */
export type Everything = {
  readonly taken: readonly Taken[];
  readonly drafts: readonly Draft[];
  readonly filled: readonly Filled[];
  readonly refused: readonly Refused[];
  readonly sent: readonly Sent[];
  readonly parkedSince?: string | undefined;
};
export const readAll = ({ phone, account }: Observer): Promise<Everything> =>
  phone.database.run("read", [TAKEN, DRAFTS, FILLED, REFUSED], async (tx) => ({
    taken: await tx.list(TAKEN, [account, "cohort"]),
    drafts: await tx.list(DRAFTS, [account, "draft"]),
    filled: await tx.list(FILLED, [account]),
    refused: await tx.list(REFUSED, [account, "refused"]),
    sent: (await tx.list(SENT, [account, "sent"])).reverse(),
    parkedSince: (await tx.get(PARKED, keys.parked(account)))?.since,
  }));

/** Takes a cohort along, in place of what was taken of it before. Drafts and what waits stay. @throws PhoneFull */
export const takeAlong = ({ phone, account }: Observer, taken: Taken): Promise<void> =>
  phone.database.run("strict", [TAKEN], (tx) =>
    tx.put(TAKEN, keys.cohort(account, taken.cohort.id), taken),
  );

/** Leaves a cohort behind; what was filled of it is still sent. */
export const leaveBehind = ({ phone, account }: Observer, cohortId: string): Promise<void> =>
  phone.database.run("strict", [TAKEN], (tx) => tx.drop(TAKEN, keys.cohort(account, cohortId)));

/** A new observation, that nothing is said in yet; it lies on the phone with its first word. */
export function begin({ newId, now }: Pick<Phone, "newId" | "now">, about: About): Draft {
  const moment = now();
  const id = `obs_${newId(moment).replaceAll("-", "")}`;
  return { ...about, id, marks: {}, note: "", photos: [], changedAt: written(Math.max(0, moment)) };
}

export const draftOf = (
  { phone, account }: Observer,
  about: Pick<About, "learnerId" | "checklistId">,
): Promise<Draft | undefined> =>
  phone.database.run("read", [DRAFTS], (tx) => tx.get(DRAFTS, keys.draft(account, about)));

/** Keeps a draft, at every change; one that was saved meanwhile, in another tab say, is no draft any more. @throws PhoneFull */
export const keepDraft = ({ phone, account }: Observer, draft: Draft): Promise<void> =>
  phone.database.run("write", [DRAFTS, FILLED, SENT], async (tx) => {
    if (await isDone(tx, account, draft.id)) return;
    const changedAt = written(Math.max(0, phone.now()));
    await tx.put(DRAFTS, keys.draft(account, draft), { ...draft, changedAt });
  });

/** Saved before: it waits, has its answer, or was refused. */
const isDone = async (tx: Tx, account: string, id: string): Promise<boolean> =>
  (await tx.get(FILLED, keys.filled(account, id))) !== undefined ||
  (await tx.get(SENT, keys.sent(account, id))) !== undefined ||
  (await tx.get(REFUSED, keys.refused(account, id))) !== undefined;

/** Keeps a photo with the draft that has it: both or neither. @throws PhoneFull */
export const keepPhoto = (
  { phone, account }: Observer,
  draft: Draft,
  photo: KeptPhoto,
): Promise<void> =>
  phone.database.run("strict", [DRAFTS, PHOTOS], async (tx) => {
    await tx.put(PHOTOS, keys.photo(account, draft.id, photo.intentId), photo);
    await tx.put(DRAFTS, keys.draft(account, draft), draft);
  });

export const dropPhoto = (
  { phone, account }: Observer,
  draft: Draft,
  intentId: string,
): Promise<void> =>
  phone.database.run("strict", [DRAFTS, PHOTOS], async (tx) => {
    await tx.drop(PHOTOS, keys.photo(account, draft.id, intentId));
    await tx.put(DRAFTS, keys.draft(account, draft), draft);
  });

export const photosOf = ({ phone, account }: Observer, id: string): Promise<KeptPhoto[]> =>
  phone.database.run("read", [PHOTOS], (tx) => tx.list(PHOTOS, keys.photos(account, id)));

/** Throws a draft away, with its photos. */
export const dropDraft = ({ phone, account }: Observer, draft: Draft): Promise<void> =>
  phone.database.run("strict", [DRAFTS, PHOTOS], async (tx) => {
    await tx.drop(DRAFTS, keys.draft(account, draft));
    await tx.drop(PHOTOS, keys.photos(account, draft.id));
  });

/** What only the moment of saving knows. `pins`: sealed already; nobody who holds the phone reads them. */
export type Saving = {
  readonly at: string;
  readonly deviceId: string;
  readonly pins?: string | undefined;
};

/**
 * Ends a draft: from now on it waits to be sent, word for word as it stands. Both happen or neither, and a second tap finds it done.
 * @throws PhoneFull
 */
export function finish(
  { phone, account }: Observer,
  { draft, checklist }: { readonly draft: Draft; readonly checklist: TakenChecklist },
  { at, deviceId, pins }: Saving,
): Promise<void> {
  const { marks: _, note, changedAt: __, ...about } = draft;
  const words = note.trim();
  return phone.database.run("strict", [DRAFTS, FILLED, SENT], async (tx) => {
    if (await isDone(tx, account, draft.id)) return;
    const filled: Filled = {
      ...about,
      judgement: judged(checklist, draft),
      body: {
        id: draft.id,
        intentId: phone.newId(phone.now()),
        learnerId: draft.learnerId,
        checklistId: draft.checklistId,
        version: draft.version,
        seen: seenIn(checklist, draft),
        ...(words ? { note: words } : {}),
        photos: draft.photos.map(({ intentId }) => intentId),
        claims: { at, deviceId },
        ...(pins ? { pins } : {}),
      },
    };
    await tx.put(FILLED, keys.filled(account, draft.id), filled);
    await tx.drop(DRAFTS, keys.draft(account, draft));
  });
}

/** Sends one that was refused once more. */
export const tryAgain = ({ phone, account }: Observer, { filled }: Refused): Promise<void> =>
  phone.database.run("strict", [FILLED, REFUSED], async (tx) => {
    if (!(await tx.get(REFUSED, keys.refused(account, filled.id)))) return;
    await tx.drop(REFUSED, keys.refused(account, filled.id));
    await tx.put(FILLED, keys.filled(account, filled.id), filled);
  });

/** Lets one go that was refused, with its photos. */
export const letGo = ({ phone, account }: Observer, { filled }: Refused): Promise<void> =>
  phone.database.run("strict", [REFUSED, PHOTOS], async (tx) => {
    await tx.drop(REFUSED, keys.refused(account, filled.id));
    await tx.drop(PHOTOS, keys.photos(account, filled.id));
  });

/** What the server took: its photos have no place here any more. Safe to repeat. */
export const arrived = ({ phone, account }: Observer, filled: Filled, sent: Sent): Promise<void> =>
  phone.database.run("strict", [FILLED, PHOTOS, SENT, PARKED], async (tx) => {
    if (!(await tx.get(FILLED, keys.filled(account, filled.id)))) return;
    await tx.drop(FILLED, keys.filled(account, filled.id));
    await tx.drop(PHOTOS, keys.photos(account, filled.id));
    await tx.drop(PARKED, keys.parked(account));
    await tx.put(SENT, keys.sent(account, filled.id), sent);
    const all = await tx.list(SENT, [account, "sent"]);
    for (const { id } of all.slice(0, Math.max(0, all.length - MOST_SENT)))
      await tx.drop(SENT, keys.sent(account, id));
  });

/** What the server does not take: it stays, with its photos, until she decides. */
export const turnedDown = (
  { phone, account }: Observer,
  filled: Filled,
  why: Refused["why"],
): Promise<void> =>
  phone.database.run("strict", [FILLED, REFUSED], async (tx) => {
    if (!(await tx.get(FILLED, keys.filled(account, filled.id)))) return;
    await tx.drop(FILLED, keys.filled(account, filled.id));
    const at = written(Math.max(0, phone.now()));
    await tx.put(REFUSED, keys.refused(account, filled.id), { filled, why, at });
  });

/** Notes which photos the server has, so that none is sent twice for nothing; or that it has lost them. */
export const photoSent = (
  { phone, account }: Observer,
  id: string,
  { photo, isSent }: { readonly photo: KeptPhoto; readonly isSent: boolean },
): Promise<void> =>
  phone.database.run("write", [PHOTOS], async (tx) => {
    const key = keys.photo(account, id, photo.intentId);
    if (await tx.get(PHOTOS, key)) await tx.put(PHOTOS, key, { ...photo, isSent });
  });

/** Her queue waits for her to sign in. Nothing of it is touched. */
export const park = ({ phone, account }: Observer): Promise<void> =>
  phone.database.run("write", [PARKED], (tx) =>
    tx.put(PARKED, keys.parked(account), { since: written(Math.max(0, phone.now())) }),
  );
