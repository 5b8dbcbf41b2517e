import type { KeptPiece } from "@twiza/client/work";
import { UPLOAD_TYPES } from "@twiza/contract/media-limits";
import { newIntent } from "../intent.ts";
import { documentIn } from "../media/documents.ts";
import { FilmFault } from "../media/film/fault.ts";
import { recordingIn, reduced } from "../media/reduce.ts";

/** Why something is no piece of work. */
export type NoPiece = "photo" | "voice" | "file" | `film.${FilmFault["code"]}` | "away";
type Made = KeptPiece | NoPiece;

const pieceFrom = async (
  { blob, type }: { readonly blob: Blob; readonly type: string },
  about: Pick<KeptPiece, "kind" | "name" | "seconds">,
): Promise<KeptPiece> => {
  const bytes = await blob.arrayBuffer();
  return { ...about, intentId: newIntent(), type, size: bytes.byteLength, bytes };
};

/** A photo, made small and without the place where it was taken. */
export async function photoFrom(file: File): Promise<Made> {
  // A browser that draws on no canvas beside the page opens none either.
  const parcel = await reduced(file).catch(() => undefined);
  return parcel ? pieceFrom(parcel, { kind: "photo" }) : "photo";
}

/** A voice as it was recorded here, or a recording that this phone has. */
export async function voiceFrom(file: File, seconds?: number): Promise<Made> {
  const parcel = await recordingIn(file);
  if (!parcel) return "voice";
  const whole = seconds === undefined ? undefined : Math.max(1, Math.round(seconds));
  return pieceFrom(parcel, { kind: "voice", ...(whole ? { seconds: whole } : {}) });
}

/** A document as it is. */
export async function fileFrom(file: File): Promise<Made> {
  const parcel = documentIn(file);
  return parcel ? pieceFrom(parcel, { kind: "file", name: file.name.slice(-200) }) : "file";
}

type How = { readonly signal: AbortSignal; readonly onprogress: (done: number) => void };
/** A video, made small here. Nothing once she has called it off. */
export async function videoFrom(file: File, how: How): Promise<Made | undefined> {
  try {
    const { filmOf } = await import("../media/film/film.ts");
    const { video, seconds } = await filmOf(file, how);
    return await pieceFrom(video, { kind: "video", seconds: Math.max(1, Math.round(seconds)) });
  } catch (cause) {
    if (how.signal.aborted) return undefined;
    if (cause instanceof FilmFault) return `film.${cause.code}`;
    // What makes it small is not on this phone yet, and there is no network to bring it.
    if (cause instanceof TypeError) return "away";
    throw cause;
  }
}

/** The most bytes that a document or a video may have. */
export const MOST_BYTES = {
  file: UPLOAD_TYPES["application/pdf"],
  video: UPLOAD_TYPES["video/mp4"],
} as const;
