import { s3LogFilesOf } from "@twiza/platform/log-files/s3";
import { kmsSigner } from "@twiza/platform/signer/kms";
import { openFunction } from "../lambda.ts";
import { alsoAtTimes, streamHandler } from "../stream.ts";
import { openKeeper } from "./keeper.ts";
import { logKeeper } from "./manifest.ts";
import { lookAgain, onChange } from "./worker.ts";

const opened = openFunction(logKeeper, { openLogFiles: s3LogFilesOf });
const { TWIZA_LOG_KEYS = "", TWIZA_WITNESSES = "" } = opened.environment;
const keeper = openKeeper({
  origin: opened.origin,
  signer: kmsSigner(TWIZA_LOG_KEYS),
  witnesses: TWIZA_WITNESSES,
});

export const handler = alsoAtTimes(streamHandler(opened, onChange(keeper)), () =>
  lookAgain(opened, keeper),
);
