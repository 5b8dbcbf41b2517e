import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openFunction, toHandler } from "../lambda.ts";
import { banks } from "./manifest.ts";
import { banksApp } from "./routes.ts";

export const handler = toHandler(banksApp(openFunction(banks, { openBlobs: bucketOpener() })));
