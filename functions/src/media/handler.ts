import { bucketOpener } from "@twiza/platform/blobs/s3";
import { documents } from "@twiza/platform/documents";
import { uploadsOpener } from "@twiza/platform/uploads/s3";
import { pictures } from "../codecs-beside.ts";
import { openFunction, toHandler } from "../lambda.ts";
import { media } from "./manifest.ts";
import { mediaApp } from "./routes.ts";

const openers = { openBlobs: bucketOpener(), openUploads: uploadsOpener(), pictures, documents };

export const handler = toHandler(mediaApp(openFunction(media, openers)));
