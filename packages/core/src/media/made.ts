import { type LibraryItem, UPLOAD_TYPES } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { PictureLimits } from "../ports.ts";
import { Refused } from "../refused.ts";
import { bareRecording } from "./recording.ts";
import { repacked } from "./repack.ts";
import { bareVideo, isVideo } from "./video/bare-video.ts";
import { isWebm } from "./webm.ts";

type Bytes = { readonly bytes: Uint8Array; readonly type: LibraryItem["media"]["type"] };
/** Something that was brought, as it may be kept: made anew, without what its camera or its writer put beside it. */
export type Made = Bytes &
  (
    | { readonly kind: "picture"; readonly width: number; readonly height: number }
    | { readonly kind: "audio"; readonly seconds: number }
    | { readonly kind: "file" }
    | {
        readonly kind: "video";
        readonly width: number;
        readonly height: number;
        readonly seconds: number;
        readonly hasSound: boolean;
      }
  );

/**
 * A picture drawn anew, a recording without its remarks, a document that was looked into, a bare video. What it is, its bytes say.
 * @throws Refused `media.unreadable`, `media.too_large`, `media.active`, `media.locked`
 */
export async function madeOf(
  deps: Pick<Deps, "pictures" | "documents">,
  brought: Uint8Array,
  limits?: PictureLimits,
): Promise<Made> {
  if (isVideo(brought)) return { kind: "video", ...taken(bareVideo(brought)) };
  if (isRecording(brought)) return { kind: "audio", type: "audio/ogg", ...recordingOf(brought) };
  if (isDocument(brought)) {
    if (brought.length > UPLOAD_TYPES["application/pdf"]) throw new Refused("media.too_large");
    return { kind: "file", ...taken(deps.documents.look(brought)) };
  }
  const drawn = taken(await deps.pictures.redraw(brought, limits));
  return { kind: "picture", type: "image/webp", ...drawn };
}

const isRecording = (bytes: Uint8Array): boolean => startsAs(bytes, "OggS") || isWebm(bytes);

/** @throws Refused `media.unreadable`, `media.too_large` */
export function recordingOf(brought: Uint8Array) {
  if (brought.length > UPLOAD_TYPES["audio/ogg"]) throw new Refused("media.too_large");
  const ogg = isWebm(brought) ? (repacked(brought) ?? "unreadable") : brought;
  return taken(bareRecording(taken(ogg)));
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
