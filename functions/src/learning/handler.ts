import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openFunction, toHandler } from "../lambda.ts";
import { learning } from "./manifest.ts";
import { learningApp } from "./routes.ts";

export const handler = toHandler(
  learningApp(openFunction(learning, { openBlobs: bucketOpener() })),
);
