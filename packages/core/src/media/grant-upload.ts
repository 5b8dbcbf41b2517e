import type { IntentId, UploadGrant, UploadType } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { incomingKey } from "./place.ts";

type Wish = { readonly intentId: IntentId; readonly type: UploadType; readonly bytes: number };

/** Grants the post of one thing. Nothing is written: a phone that comes back after an hour asks again, for the same. */
export async function grantUpload(
  deps: Deps,
  principal: Principal,
  { intentId, type, bytes }: Wish,
): Promise<UploadGrant> {
  const key = incomingKey(principal, intentId);
  const { url, fields, expiresAt } = await deps.uploads.grant({ key, type, bytes });
  return { url, fields: { ...fields }, expiresAt: expiresAt.toISOString() };
}
