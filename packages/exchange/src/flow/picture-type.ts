import type { ImportedPicture } from "../imported.ts";

type Type =
  | { readonly isKept: true; readonly type: ImportedPicture["type"] }
  | { readonly isKept: false; readonly type: string };

const begins = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  Array.from(signature).every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** What a picture is, by its first bytes: a name may say anything. What is not kept is called by the ending of its name. */
export function pictureType(bytes: Uint8Array, name: string): Type {
  if (begins(bytes, "\u0089PNG\r\n\u001A\n")) return { isKept: true, type: "image/png" };
  if (begins(bytes, "\u00FF\u00D8\u00FF")) return { isKept: true, type: "image/jpeg" };
  if (begins(bytes, "RIFF") && begins(bytes, "WEBP", 8))
    return { isKept: true, type: "image/webp" };
  return { isKept: false, type: /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "?" };
}
