import { call } from "#lib";
import { posted } from "../media/posted.ts";
import { recordingIn } from "../media/reduce.ts";
import "./proof.svelte.ts";
import type { Spoken } from "./mark-draft.ts";

/**
 * Brings a recording of what is said to somebody's work. All of it may be done again under the same intent: the server has it once.
 * Nothing for what is no recording, or one too large.
 * @throws Problem
 */
export async function brought(
  file: File,
  intentId: string,
  onsent: (percent: number) => void,
): Promise<Spoken | undefined> {
  const parcel = await recordingIn(file);
  if (!parcel) return undefined;
  const { blob, type } = parcel;
  const { url, fields } = await call("grantProof", { body: { intentId, type, bytes: blob.size } });
  await posted({ url, fields, file: blob }, (share) => onsent(Math.round(100 * share)));
  const { seconds = 1 } = await call("takeProof", { body: { intentId } });
  return { intentId, seconds };
}
