import type { BinnedMedia, BinnedMediaRow, IntentId, LibraryItem, MediaId } from "@twiza/contract";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { isPast } from "../draft/lesson.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store/index.ts";
import { libraryOf } from "./place.ts";
import { mediaLine } from "./trail.ts";
import { coursesUsing, isRemovable } from "./uses.ts";

type About = { readonly mediaId: MediaId; readonly body: { readonly intentId: IntentId } };

/** So many that have lain in the bin too long leave it with the next that comes. */
const MOST_PAST = 20;

/**
 * Takes something out of the library into its bin. Its bytes stay: drafts in a bin, versions and other libraries may show the same.
 * @throws Refused `not_found`, `media.used`
 */
export function removeMedia(
  deps: Deps,
  principal: Principal,
  { mediaId, body }: About,
): Promise<BinnedMedia> {
  const asked = { principal, operation: `media.remove ${mediaId}`, request: body };
  return once(deps, asked, async () => {
    const library = libraryOf(principal);
    const { value, revision } = found(await deps.store.media.byId(library, mediaId));
    const { hash } = value.item.media;
    const courses = await coursesUsing(deps, principal, hash, { fresh: true });
    if (!isRemovable(courses)) throw new Refused("media.used");
    const removedAt = deps.clock.now().toISOString();
    const row = { ...value, removedAt, removedByName: principal.name.slice(0, 120) };
    const { values } = await deps.store.media.removed(library, undefined);
    const past = values.filter((kept) => isPast(kept.value.removedAt, removedAt));
    const writes = [
      deps.store.media.remove(row, revision),
      ...past.slice(0, MOST_PAST).map((kept) => deps.store.media.forget(kept)),
      mediaLine(deps, principal, { item: value.item, action: "media.removed" }),
    ];
    return { reply: binnedOf(row), writes };
  });
}

const binnedOf = ({ item, removedAt, removedByName }: BinnedMediaRow): BinnedMedia => ({
  item,
  removedAt,
  removedByName,
});

/** What can still be taken back, those first that were brought last. */
export async function listRemovedMedia(
  deps: Deps,
  principal: Principal,
  { after }: { readonly after?: After },
) {
  const now = deps.clock.now().toISOString();
  const page = await deps.store.media.removed(libraryOf(principal), after);
  const rows = page.values.map(({ value }) => value);
  const removed = rows.filter(({ removedAt }) => !isPast(removedAt, now)).map(binnedOf);
  return { removed, ...nextOf(page) };
}

/** Takes something back out of the bin. @throws Refused `not_found` also when it has lain there too long */
export function restoreMedia(
  deps: Deps,
  principal: Principal,
  { mediaId, body }: About,
): Promise<LibraryItem> {
  const asked = { principal, operation: `media.restore ${mediaId}`, request: body };
  return once(deps, asked, async () => {
    const kept = found(await deps.store.media.removedById(libraryOf(principal), mediaId));
    const { organisationId, item, by, removedAt } = kept.value;
    found(isPast(removedAt, deps.clock.now().toISOString()) ? undefined : item);
    const row = { organisationId, item, by };
    const line = mediaLine(deps, principal, { item, action: "media.restored" });
    return { reply: item, writes: [deps.store.media.restore(row, kept.revision), line] };
  });
}
