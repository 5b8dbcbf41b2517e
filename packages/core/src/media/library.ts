import type { IntentId, LibraryItem, MediaDescription, MediaId } from "@twiza/contract";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store.ts";
import { libraryOf } from "./place.ts";

/** Pictures and recordings of the organisation, newest first. */
export async function listMedia(
  deps: Deps,
  principal: Principal,
  { after }: { readonly after?: After },
) {
  const page = await deps.store.media.ofOrganisation(libraryOf(principal), after);
  return { items: page.values.map(({ value }) => value.item), ...nextOf(page) };
}

type Wish = { readonly intentId: IntentId; readonly description: MediaDescription };

/** Says what it is, for who cannot see or hear it; whoever says it last is believed. */
export function describeMedia(
  deps: Deps,
  principal: Principal,
  { mediaId, body }: { readonly mediaId: MediaId; readonly body: Wish },
): Promise<LibraryItem> {
  const asked = { principal, operation: `media.describe ${mediaId}`, request: body };
  return once(deps, asked, async () => {
    const { value, revision } = found(await deps.store.media.byId(libraryOf(principal), mediaId));
    const item = { ...value.item, description: body.description };
    return { reply: item, writes: [deps.store.media.put({ ...value, item }, revision)] };
  });
}
