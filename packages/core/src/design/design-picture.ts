import { DESIGN_LIMITS, type DesignPicture, type IntentId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { incomingKey } from "../media/place.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { designing } from "./designs.ts";

const LIMITS = { side: DESIGN_LIMITS.side, bytes: DESIGN_LIMITS.pictureBytes } as const;

/**
 * Takes a logo or a signature that was posted, drawn anew. It lies among what is private: a signature that anybody may fetch is one
 * that anybody may print. @throws Refused `upload.missing`, `media.unreadable`, `media.too_large`
 */
export async function takeDesignPicture(
  deps: Deps,
  principal: Principal,
  body: { readonly intentId: IntentId },
): Promise<DesignPicture> {
  const organisationId = designing(principal);
  const key = incomingKey(principal, body.intentId);
  let drawn: Promise<DesignPicture> | undefined;
  const operation = `design.takePicture ${organisationId}`;
  const picture = await once(deps, { principal, operation, request: body }, async () => {
    const reply = await (drawn ??= draw(deps, key));
    // The same picture brought again is the same picture.
    if (await deps.store.designs.picture(organisationId, reply.hash)) return { reply, writes: [] };
    const at = deps.clock.now().toISOString();
    const row = { ...reply, organisationId, by: principal.accountId, at };
    return { reply, writes: [deps.store.designs.putPicture(row, "absent")] };
  });
  await deps.uploads.remove(key);
  return picture;
}

async function draw(deps: Deps, key: string): Promise<DesignPicture> {
  const brought = found(await deps.uploads.get(key), "upload.missing");
  const drawn = await deps.pictures.redraw(brought, LIMITS);
  if (typeof drawn === "string") throw new Refused(`media.${drawn}`);
  const { bytes, width, height } = drawn;
  return { hash: await deps.privateBlobs.put(bytes, "image/webp"), width, height };
}
