export type Declared = {
  readonly type: "jpeg" | "png" | "webp";
  readonly width: number;
  readonly height: number;
};

/** A JPEG of more passes than this was made to keep somebody busy. */
const MOST_SCANS = 64;

/** What a picture says that it is, in its first bytes and without unfolding it; nothing for whatever else it may be. */
export function declared(bytes: Uint8Array): Declared | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const size = head.startsWith("\x89PNG\r\n\x1a\n")
    ? ofPng(view)
    : head.startsWith("RIFF") && head.slice(8, 12) === "WEBP"
      ? ofWebp(view, head.slice(12))
      : head.startsWith("\xff\xd8\xff")
        ? ofJpeg(bytes, view)
        : undefined;
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

const ofPng = (view: DataView): Declared | undefined =>
  view.byteLength < 33
    ? undefined
    : { type: "png", width: view.getUint32(16), height: view.getUint32(20) };

function ofWebp(view: DataView, chunk: string): Declared | undefined {
  if (view.byteLength < 30) return undefined;
  const type = "webp";
  if (chunk === "VP8 ")
    return {
      type,
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  if (chunk === "VP8L") {
    const bits = view.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  // The canvas; the frame inside may be no larger, and a moving picture is none of ours.
  const isStill = chunk === "VP8X" && (view.getUint8(20) & 2) === 0;
  const three = (at: number): number =>
    view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return isStill ? { type, width: three(24), height: three(27) } : undefined;
}

/** Walks the segments to the frame header (ITU T.81 §B.2). */
function ofJpeg(bytes: Uint8Array, view: DataView): Declared | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xc2;
    if (isFrame && scansOf(bytes) <= MOST_SCANS)
      return { type: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (isFrame || marker === 0xda) return undefined;
    // A marker may be led in by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Within the picture itself the two bytes never follow each other. */
function scansOf(bytes: Uint8Array): number {
  let scans = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xda) scans += 1;
  return scans;
}
