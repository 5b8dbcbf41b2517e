import { basename } from "node:path";
import { bucketOpener } from "@twiza/platform/blobs/s3";
import { documents } from "@twiza/platform/documents";
import { openPictures } from "@twiza/platform/pictures";
import { uploadsOpener } from "@twiza/platform/uploads/s3";
import { openFunction, toHandler } from "../lambda.ts";
import { media } from "./manifest.ts";
import { mediaApp } from "./routes.ts";

const beside = (file: string): URL => new URL(`./${basename(file)}`, import.meta.url);

/** Codecs lie beside the bundle, as the build puts them there, and are loaded when a picture comes. */
const pictures = openPictures(async () => {
  const { openCodecs } = (await import(
    beside("codecs.mjs").href
  )) as typeof import("@twiza/platform/pictures/codecs");
  return openCodecs(beside);
});
const openers = { openBlobs: bucketOpener(), openUploads: uploadsOpener(), pictures, documents };

export const handler = toHandler(mediaApp(openFunction(media, openers)));
