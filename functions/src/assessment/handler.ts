import { bucketOpener } from "@twiza/platform/blobs/s3";
import { kmsOpener } from "@twiza/platform/opener/kms";
import { sealsOver } from "@twiza/platform/opener/seals";
import { openPins } from "@twiza/platform/pins";
import { openRecords } from "@twiza/storage";
import { openFunction, toHandler } from "../lambda.ts";
import { assessment } from "./manifest.ts";
import { assessmentApp } from "./routes.ts";

const opened = openFunction(assessment, {
  openBlobs: bucketOpener(),
  openSeals: (keyIds) => sealsOver(kmsOpener(keyIds)),
});
const { engine, clock } = opened;
const pins = openPins({ records: openRecords(engine, clock), clock });

export const handler = toHandler(assessmentApp({ ...opened, pins }));
