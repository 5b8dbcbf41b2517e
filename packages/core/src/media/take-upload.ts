import type { IntentId, LibraryItem, MediaDescription } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { madeOf, recordingOf } from "./made.ts";
import { incomingKey, libraryOf } from "./place.ts";

type Wish = {
  readonly intentId: IntentId;
  readonly name: string;
  readonly description?: MediaDescription | undefined;
  readonly sound?: IntentId | undefined;
};

/**
 * Takes what was posted into the library: a picture drawn anew, a recording without its remarks, a document that was looked
 * into, a video with the sound that was posted beside it. What it is, its bytes say.
 * @throws Refused `upload.missing`, `media.unreadable`, `media.too_large`, `media.active`, `media.locked`
 */
export async function takeUpload(
  deps: Deps,
  principal: Principal,
  body: Wish,
): Promise<LibraryItem> {
  const key = incomingKey(principal, body.intentId);
  const beside = body.sound && incomingKey(principal, body.sound);
  let made: Promise<OfBytes> | undefined;
  const item = await once(deps, { principal, operation: "media.take", request: body }, async () => {
    made ??= make(deps, key, beside);
    const item: LibraryItem = {
      ...(await made),
      id: deps.newId("media"),
      name: body.name,
      ...(body.description ? { description: body.description } : {}),
      byName: principal.name.slice(0, 120),
      at: deps.clock.now().toISOString(),
    };
    const row = { organisationId: libraryOf(principal), item, by: principal.accountId };
    return { reply: item, writes: [deps.store.media.put(row, "absent")] };
  });
  await deps.uploads.remove(key);
  if (beside) await deps.uploads.remove(beside);
  return item;
}

/** What of an item its bytes say. */
type OfBytes = { readonly media: LibraryItem["media"]; readonly bytesBefore: number } & (
  | { readonly kind: "picture"; readonly width: number; readonly height: number }
  | { readonly kind: "audio"; readonly seconds: number }
  | { readonly kind: "file" }
  | {
      readonly kind: "video";
      readonly width: number;
      readonly height: number;
      readonly seconds: number;
      readonly sound?: LibraryItem["media"];
    }
);

/** So much longer than its video its sound may be, in seconds: coders fill their last packet. */
const SOUND_LONGER = 2;

async function make(deps: Deps, key: string, beside: string | undefined): Promise<OfBytes> {
  const brought = found(await deps.uploads.get(key), "upload.missing");
  const bytesBefore = brought.length;
  const made = await madeOf(deps, brought);
  // Only a video has its sound beside it.
  if (beside && made.kind !== "video") throw new Refused("media.unreadable");
  const { bytes, type, ...what } = made;
  if (what.kind !== "video") return { ...what, media: await keep(deps, bytes, type), bytesBefore };
  const { hasSound, ...shape } = what;
  const alone = beside && recordingOf(found(await deps.uploads.get(beside), "upload.missing"));
  if (alone && (!hasSound || alone.seconds > shape.seconds + SOUND_LONGER))
    throw new Refused("media.unreadable");
  const media = await keep(deps, bytes, type);
  const sound = alone ? { sound: await keep(deps, alone.bytes, "audio/ogg") } : {};
  return { ...shape, media, bytesBefore, ...sound };
}

async function keep(
  deps: Deps,
  bytes: Uint8Array,
  type: LibraryItem["media"]["type"],
): Promise<LibraryItem["media"]> {
  return { hash: await deps.publicBlobs.put(bytes, type), type, bytes: bytes.length };
}
