import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openFunction, toHandler } from "../lambda.ts";
import { submissions } from "./manifest.ts";
import { submissionsApp } from "./routes.ts";

export const handler = toHandler(
  submissionsApp(openFunction(submissions, { openBlobs: bucketOpener() })),
);
