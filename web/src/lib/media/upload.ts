import { call, isProblem, Problem, type Reply, t } from "#lib";
import type { Call } from "../api.ts";
import { also } from "../i18n.svelte.ts";
import { posted } from "./posted.ts";
import type { Parcel } from "./reduce.ts";
import { MEDIA } from "./volume.ts";

/** A picture or a recording in the organisation's library. */
export type Item = Reply<"takeUpload">;
export type Description = NonNullable<Call<"takeUpload">["body"]["description"]>;

type Wish = {
  readonly intentId: string;
  readonly name: string;
  /** None where nobody has said yet what it is. */
  readonly description?: Description;
  /** Of a video: what is heard in it, posted under an intent of its own. */
  readonly beside?: { readonly parcel: Parcel; readonly intentId: string } | undefined;
};

/**
 * Brings one thing: asks for a form, posts it and has it taken. All of it may be done again under the same intent, wherever it
 * broke off: it is in the library once.
 * @param onsent how much of it has gone, from 0 to 100
 * @throws Problem
 */
export async function brought(
  parcel: Parcel,
  { beside, ...wish }: Wish,
  onsent: (percent: number) => void,
): Promise<Item> {
  if (beside) await sent(beside.parcel, beside.intentId, () => undefined);
  await sent(parcel, wish.intentId, onsent);
  return call("takeUpload", { body: beside ? { ...wish, sound: beside.intentId } : wish });
}

async function sent(
  { blob, type }: Parcel,
  intentId: string,
  onsent: (percent: number) => void,
): Promise<void> {
  const { url, fields } = await call("grantUpload", { body: { intentId, type, bytes: blob.size } });
  await posted({ url, fields, file: blob }, (share) => onsent(Math.round(share * 100))).catch(told);
}

/** In the cloud the bucket itself answers, which knows no language. Whoever brings files in from elsewhere has not heard these words yet. */
async function told(cause: unknown): Promise<never> {
  if (!isProblem(cause, "upload.refused")) throw cause;
  await also(MEDIA);
  const [title, detail] = [t("media.fault.refused"), t("media.fault.refused.mend")];
  throw new Problem({ code: "upload.refused", title, detail });
}
