import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openFunction, toHandler } from "../lambda.ts";
import { catalogue } from "./manifest.ts";
import { catalogueApp } from "./routes.ts";

export const handler = toHandler(
  catalogueApp(openFunction(catalogue, { openBlobs: bucketOpener() })),
);
