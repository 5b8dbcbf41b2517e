import { basename } from "node:path";
import { openPictures } from "@twiza/platform/pictures";

const beside = (file: string): URL => new URL(`./${basename(file)}`, import.meta.url);

/** Codecs lie beside the bundle, as the build puts them there, and are loaded when a picture comes. */
export const pictures = openPictures(async () => {
  const { openCodecs } = (await import(
    beside("codecs.mjs").href
  )) as typeof import("@twiza/platform/pictures/codecs");
  return openCodecs(beside);
});
