import type { IntentId, LibraryItem, MediaDescription, MediaId } from "@twiza/contract";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { libraryOf } from "./place.ts";
import { type LibraryQuery, matching } from "./search.ts";

/** A search reads so many rows at once, in so many pages at most, and stops at so many finds. */
const SEARCHED = 250;
const MOST_PAGES = 4;
const ENOUGH = 30;

/**
 * Pictures and recordings of the organisation, newest first. Words are looked for row by row, up to a thousand a request: an index
 * would cost each that is brought, for a question about some thousand rows.
 */
export async function listMedia(
  deps: Deps,
  principal: Principal,
  { after: first, ...asked }: LibraryQuery & { readonly after?: After },
) {
  const library = libraryOf(principal);
  const isWanted = matching(asked);
  const most = asked.words === undefined ? undefined : SEARCHED;
  const items: LibraryItem[] = [];
  let after = first;
  for (let pages = 1; ; pages++) {
    const page = await deps.store.media.ofOrganisation(library, after, most);
    items.push(...page.values.map(({ value }) => value.item).filter(isWanted));
    after = page.next;
    const isEnough = items.length >= ENOUGH || pages === MOST_PAGES;
    if (after === undefined || isEnough) return { items, ...nextOf(page) };
  }
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
