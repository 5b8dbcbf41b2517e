import { s3Bin } from "@twiza/platform/blobs/s3-bin";
import { openFunction } from "../lambda.ts";
import { alsoAtTimes, streamHandler } from "../stream.ts";
import { eraser } from "./manifest.ts";
import { lookAgain, onChangeWith } from "./worker.ts";

const opened = openFunction(eraser);
const bin = s3Bin(opened.environment.TWIZA_PRIVATE_BLOBS ?? "");

export const handler = alsoAtTimes(streamHandler(opened, onChangeWith(bin)), () =>
  lookAgain(opened, bin),
);
