import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openFunction } from "../lambda.ts";
import { streamHandler } from "../stream.ts";
import { batchIssuer } from "./manifest.ts";
import { onChange } from "./worker.ts";

export const handler = streamHandler(
  openFunction(batchIssuer, { openBlobs: bucketOpener() }),
  onChange,
);
