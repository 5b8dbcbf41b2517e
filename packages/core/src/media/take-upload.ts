import {
  type IntentId,
  type LibraryItem,
  type MediaDescription,
  UPLOAD_TYPES,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { incomingKey, libraryOf } from "./place.ts";
import { bareRecording } from "./recording.ts";
import { repacked } from "./repack.ts";
import { bareVideo, isVideo } from "./video/bare-video.ts";
import { isWebm } from "./webm.ts";

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
  let made: Promise<Made> | undefined;
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
type Made = { readonly media: LibraryItem["media"]; readonly bytesBefore: number } & (
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

async function make(deps: Deps, key: string, beside: string | undefined): Promise<Made> {
  const brought = found(await deps.uploads.get(key), "upload.missing");
  const bytesBefore = brought.length;
  if (isVideo(brought)) return makeVideo(deps, brought, beside);
  // Only a video has its sound beside it.
  if (beside) throw new Refused("media.unreadable");
  if (startsAs(brought, "OggS") || isWebm(brought)) {
    const { bytes, seconds } = recordingOf(brought);
    const media = await keep(deps, bytes, "audio/ogg");
    return { kind: "audio", media, bytesBefore, seconds };
  }
  if (isDocument(brought)) {
    if (bytesBefore > UPLOAD_TYPES["application/pdf"]) throw new Refused("media.too_large");
    const { bytes, type } = taken(deps.documents.look(brought));
    return { kind: "file", media: await keep(deps, bytes, type), bytesBefore };
  }
  const { bytes, width, height } = taken(await deps.pictures.redraw(brought));
  const media = await keep(deps, bytes, "image/webp");
  return { kind: "picture", media, bytesBefore, width, height };
}

function recordingOf(brought: Uint8Array) {
  if (brought.length > UPLOAD_TYPES["audio/ogg"]) throw new Refused("media.too_large");
  const ogg = isWebm(brought) ? (repacked(brought) ?? "unreadable") : brought;
  return taken(bareRecording(taken(ogg)));
}

/** So much longer than its video its sound may be, in seconds: coders fill their last packet. */
const SOUND_LONGER = 2;

async function makeVideo(
  deps: Deps,
  brought: Uint8Array,
  beside: string | undefined,
): Promise<Made> {
  const { bytes, type, hasSound, ...shape } = taken(bareVideo(brought));
  const alone = beside && recordingOf(found(await deps.uploads.get(beside), "upload.missing"));
  if (alone && (!hasSound || alone.seconds > shape.seconds + SOUND_LONGER))
    throw new Refused("media.unreadable");
  const media = await keep(deps, bytes, type);
  const sound = alone ? { sound: await keep(deps, alone.bytes, "audio/ogg") } : {};
  return { kind: "video", media, bytesBefore: brought.length, ...shape, ...sound };
}

const startsAs = (bytes: Uint8Array, head: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, head.length)) === head;

const isDocument = (bytes: Uint8Array): boolean =>
  startsAs(bytes, "%PDF-") || startsAs(bytes, "PK\u0003\u0004") || isText(bytes.subarray(0, 64));
/** Other pictures hold a byte among their first that no text does. */
const isText = (bytes: Uint8Array): boolean =>
  !startsAs(bytes, "RIFF") &&
  bytes.every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13);

type Fault = "unreadable" | "too_large" | "active" | "locked";
function taken<T extends object>(it: T | Fault): T {
  if (typeof it === "string") throw new Refused(`media.${it}`);
  return it;
}

async function keep(
  deps: Deps,
  bytes: Uint8Array,
  type: LibraryItem["media"]["type"],
): Promise<LibraryItem["media"]> {
  return { hash: await deps.publicBlobs.put(bytes, type), type, bytes: bytes.length };
}
