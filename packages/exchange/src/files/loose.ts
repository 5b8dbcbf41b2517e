import type { Bytes } from "../flow/load-pictures.ts";
import type { Zip } from "../zip/open-zip.ts";

/** Files of an archive that was packed where capital letters mean nothing: found as they are written, or else as they sound. */
export function looseFiles(zip: Zip): Bytes {
  const bySound = new Map(zip.names.toReversed().map((name) => [name.toLowerCase(), name]));
  const nameOf = (name: string): string =>
    zip.sizeOf(name) === undefined ? (bySound.get(name.toLowerCase()) ?? name) : name;
  return {
    sizeOf: (name) => zip.sizeOf(nameOf(name)),
    read: (name) => zip.read(nameOf(name)),
  };
}
