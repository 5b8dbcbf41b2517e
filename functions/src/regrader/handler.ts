import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openFunction } from "../lambda.ts";
import { streamHandler } from "../stream.ts";
import { regrader } from "./manifest.ts";
import { onChange } from "./worker.ts";

export const handler = streamHandler(
  openFunction(regrader, { openBlobs: bucketOpener() }),
  onChange,
);
