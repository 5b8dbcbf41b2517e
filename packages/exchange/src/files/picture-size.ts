type Size = { readonly width: number; readonly height: number };

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const letters = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

function ofPng(view: DataView): Size {
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame that says it comes after others, each with its length. */
function ofJpeg(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Lossy, lossless and extended WebP each say it in another way. */
function ofWebp(bytes: Uint8Array, view: DataView): Size | undefined {
  const kind = letters(bytes, 12, 16);
  if (kind === "VP8 ")
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== "VP8X") return undefined;
  const at = (from: number): number => view.getUint16(from, true) + (view.getUint8(from + 2) << 16);
  return { width: at(24) + 1, height: at(27) + 1 };
}

/** A drawing says it in its first element, or by what it shows. */
function ofSvg(bytes: Uint8Array): Size | undefined {
  const head = /<svg\b[^>]*>/.exec(new TextDecoder().decode(bytes.subarray(0, 4096)))?.[0] ?? "";
  const box = /\bviewBox\s*=\s*["'][\d.\s,-]*?([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(head);
  const [width, height] = box ? box.slice(1).map(Number) : [];
  return width && height ? { width, height } : undefined;
}

/** How large a picture is in its own points, by its first bytes; nothing when these do not say. */
export function pictureSize(bytes: Uint8Array): Size | undefined {
  if (bytes.byteLength < 30) return undefined;
  const view = viewOf(bytes);
  const size =
    letters(bytes, 1, 4) === "PNG"
      ? ofPng(view)
      : view.getUint16(0) === 0xffd8
        ? ofJpeg(view)
        : letters(bytes, 8, 12) === "WEBP"
          ? ofWebp(bytes, view)
          : ofSvg(bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}
