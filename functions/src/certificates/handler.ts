import { bucketOpener } from "@twiza/platform/blobs/s3";
import { s3LogFilesOf } from "@twiza/platform/log-files/s3";
import { openFunction, toHandler } from "../lambda.ts";
import { certificates } from "./manifest.ts";
import { certificatesApp } from "./routes.ts";

export const handler = toHandler(
  certificatesApp(
    openFunction(certificates, { openBlobs: bucketOpener(), openLogFiles: s3LogFilesOf }),
  ),
);
