import { bucketOpener } from "@twiza/platform/blobs/s3";
import { openParcelLimit } from "@twiza/platform/limits";
import { kmsOpener } from "@twiza/platform/opener/kms";
import { sealsOver } from "@twiza/platform/opener/seals";
import { kmsSigner } from "@twiza/platform/signer/kms";
import { jwsTokens } from "@twiza/platform/signer/tokens";
import { openRecords } from "@twiza/storage";
import { viewerAddress } from "../http/address.ts";
import { openFunction, toHandler } from "../lambda.ts";
import { attempts } from "./manifest.ts";
import { attemptsApp } from "./routes.ts";

const opened = openFunction(attempts, {
  openBlobs: bucketOpener(),
  openTokens: (keyIds) => jwsTokens(kmsSigner(keyIds)),
  openSeals: (keyIds) => sealsOver(kmsOpener(keyIds)),
});
const { engine, clock } = opened;
const parcelLimit = openParcelLimit({ records: openRecords(engine, clock), clock });

export const handler = toHandler(attemptsApp({ ...opened, parcelLimit, addressOf: viewerAddress }));
