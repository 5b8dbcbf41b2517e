import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** The same for every file, by the clock on the wall: the same things are the same bytes everywhere. */
const mtime = new Date(2000, 0, 1, 12);

/**
 * An archive that grows: each thing is handed over as soon as it is packed, so that a browser may lay it aside. Texts are packed,
 * bytes lie in it as they are, since pictures and recordings get no smaller.
 */
export function growing() {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(new Uint8Array(piece));
  });
  const layAside = (): void => {
    parts.push(new Blob(pieces));
    pieces = [];
  };
  return {
    add: (name: string, content: string | Uint8Array): void => {
      const isText = typeof content === "string";
      const file = isText ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      file.mtime = mtime;
      zip.add(file);
      file.push(isText ? new TextEncoder().encode(content) : content, true);
      layAside();
    },
    end: (): Blob => {
      zip.end();
      layAside();
      return new Blob(parts, { type: "application/zip" });
    },
  };
}
