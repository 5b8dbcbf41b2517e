import { MEDIA_LIMITS, UPLOAD_TYPES, type UploadType } from "@twiza/contract/media-limits";

/** Something that can be sent, and what its form must be asked for. */
export type Parcel = { readonly blob: Blob; readonly type: UploadType };

/** First coarser, then smaller too, until it is small enough. */
const STEPS = [
  { side: MEDIA_LIMITS.side, qualities: [0.8, 0.65, 0.5, 0.35] },
  { side: 960, qualities: [0.45, 0.3] },
  { side: 640, qualities: [0.4, 0.2] },
] as const;

/**
 * A picture as it is sent: upright, at most 1280 points a side, WebP of at most 60 KB; JPEG where the browser writes no WebP. Only its
 * points go along, so that no place and no camera leaves the phone. Nothing when this browser cannot open it.
 */
export async function reduced(file: Blob): Promise<Parcel | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(
    () => undefined,
  );
  if (!picture) return undefined;
  try {
    let last: Blob | undefined;
    for (const { side, qualities } of STEPS) {
      const canvas = drawn(picture, side);
      for (const quality of qualities) {
        last = await written(canvas, quality);
        if (last.size <= MEDIA_LIMITS.pictureBytes) return parcelOf(last);
      }
    }
    // The server makes it smaller still.
    return last && parcelOf(last);
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, side: number): OffscreenCanvas {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser draws nothing");
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

/** A browser that cannot write a type writes PNG without a word: what it wrote is looked at. */
async function written(canvas: OffscreenCanvas, quality: number): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: "image/webp", quality });
  if (webp.type === "image/webp") return webp;
  return canvas.convertToBlob({ type: "image/jpeg", quality });
}

const isTaken = (type: string): type is UploadType => type in UPLOAD_TYPES;

/** Nothing for a type or a size that nobody takes. */
const parcelOf = (blob: Blob): Parcel | undefined =>
  isTaken(blob.type) && blob.size <= UPLOAD_TYPES[blob.type]
    ? { blob, type: blob.type }
    : undefined;

/** How recordings begin: Ogg, and what browsers write that record (WebM). */
const HEADS = { "audio/ogg": [0x4f, 0x67, 0x67, 0x53], "audio/webm": [0x1a, 0x45, 0xdf, 0xa3] };

/** A recording is told by its first bytes: a file's own type is what its name says. Nothing when it is none. */
export async function recordingIn(file: Blob): Promise<Parcel | undefined> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const type = Object.entries(HEADS).find(([, first]) =>
    first.every((byte, at) => head[at] === byte),
  );
  return type && parcelOf(file.slice(0, file.size, type[0]));
}
