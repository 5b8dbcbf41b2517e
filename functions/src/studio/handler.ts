import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openFunction, toHandler } from "../lambda.ts";
import { studio } from "./manifest.ts";
import { studioApp } from "./routes.ts";

export const handler = toHandler(studioApp(openFunction(studio, { openBlobs: bucketOpener() })));
