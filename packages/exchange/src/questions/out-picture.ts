import type { Media } from "@twiza/contract";
import type { ImportedImage } from "../imported.ts";

/** A picture as it goes out in a file. */
export type OutPicture = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};
/** The bytes of a medium; nothing for one that could not be fetched. */
export type Library = (media: Media) => Uint8Array | undefined;

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "image/webp": "webp",
};

/** A picture of a question, whether it came with a file or is kept already. */
export function outPicture(
  picture: Media | ImportedImage | undefined,
  library: Library,
): OutPicture | undefined {
  if (!picture || !("hash" in picture)) return picture;
  const { hash, type } = picture;
  const bytes = library(picture);
  return bytes && { name: `${hash.slice(0, 16)}.${EXTENSIONS[type] ?? "bin"}`, type, bytes };
}

/** The picture that is asked about, with what is to be seen on it. */
export function askedPicture(
  picture: { readonly alt: string } & ({ readonly media: Media } | { readonly image: ImportedImage }) | undefined, // prettier-ignore
  library: Library,
): (OutPicture & { readonly alt: string }) | undefined {
  if (!picture) return undefined;
  const shown = outPicture("media" in picture ? picture.media : picture.image, library);
  return shown && { ...shown, alt: picture.alt };
}

const PIECE = 0x8000;
/** Bytes as the letters in which a text file may hold them. */
export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
