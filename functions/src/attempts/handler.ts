import { bucketOpener } from "@twiza/platform/blobs/s3";
import { kmsSigner } from "@twiza/platform/signer/kms";
import { jwsTokens } from "@twiza/platform/signer/tokens";
import { openFunction, toHandler } from "../lambda.ts";
import { attempts } from "./manifest.ts";
import { attemptsApp } from "./routes.ts";

const opened = openFunction(attempts, {
  openBlobs: bucketOpener(),
  openTokens: (keyIds) => jwsTokens(kmsSigner(keyIds)),
});

export const handler = toHandler(attemptsApp(opened));
