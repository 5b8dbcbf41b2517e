import { AccountId, TakenProof } from "@twiza/contract";
import type { HeldRow } from "../../store/index.ts";
import { everyPage } from "../hers.ts";
import { isAbout } from "../scrub.ts";
import { removeBlobsOf } from "./blobs.ts";
import type { Erasing, Step } from "./step.ts";

const MOST_PAGES = 20;
type Row = { readonly reply?: unknown; readonly erased?: unknown };
const rowOf = ({ data }: HeldRow): Row => data ?? {};

/**
 * What repeated wishes are answered from: her own go, and of those of the people who work for her organisations the answers that are
 * about her. One account after the other.
 */
export const intents: Step = async (erasing, place) => {
  const { deps, erasure } = erasing;
  const [last = "", from = ""] = (place ?? "").split("|");
  const accounts = await accountsOf(erasing);
  const accountId =
    AccountId.safeParse(last).success && from !== "" ? last : accounts.find((each) => each > last);
  if (accountId === undefined) return { found: false };
  const isOwn = accountId === erasure.accountId;
  const at = { of: "intents", accountId: AccountId.parse(accountId) } as const;
  let after = from === "" ? undefined : from;
  let found = false;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { rows, next } = await deps.store.erasures.rows(at, after);
    for (const row of rows)
      found = (isOwn ? await forget(erasing, row) : await scrub(erasing, row)) || found;
    after = next;
    if (after === undefined) break;
  }
  return { found, place: `${accountId}|${after ?? ""}` };
};

/** Hers, and whoever works for one of her organisations, in order. */
async function accountsOf({ deps, erasure, work }: Erasing): Promise<string[]> {
  const members = await Promise.all(
    work.organisations.map((organisationId) =>
      everyPage((after) => deps.store.people.members(organisationId, after)),
    ),
  );
  const all = members.flat().map(({ value }) => value.accountId);
  return [...new Set([erasure.accountId, ...all])].sort();
}

/** Her own wish: gone, with what she took in and never handed in. Of an account that stays, only what is about her. */
async function forget(erasing: Erasing, row: HeldRow): Promise<boolean> {
  const { deps, erasure, work } = erasing;
  const reply = String(rowOf(row).reply);
  const about = new Set([...work.subjects, ...work.courses]);
  // What is about all her learning is only hers where all of her goes.
  if (erasure.organisationId !== undefined) about.delete(erasure.learnerId);
  if (!erasure.account && !isAbout(reply, about)) return false;
  const taken = TakenProof.safeParse(JSON.parse(reply));
  if (taken.success && taken.data.scope === erasure.learnerId)
    await removeBlobsOf(erasing, taken.data.proof);
  await deps.store.erasures.remove([row]);
  return true;
}

/** Somebody else's: it was done, and what it answered is nobody's business any more. */
async function scrub({ deps, work }: Erasing, row: HeldRow): Promise<boolean> {
  const { reply, erased } = rowOf(row);
  if (erased === true || !isAbout(reply, new Set(work.subjects))) return false;
  const bare = { ...(row.data as object), reply: "null", erased: true };
  await deps.store.commit([deps.store.erasures.rewrite(row, bare)]);
  return true;
}
