import { randomBytes } from "node:crypto";
import { type Deps, idMaker } from "@twiza/core";
import { bucketOpener } from "@twiza/platform/blobs/s3";
import { noIssuerKeys } from "@twiza/platform/issuing/no-keys";
import { noLogFiles } from "@twiza/platform/log-files/no-log-files";
import { noSeals } from "@twiza/platform/opener/no-seals";
import { noTokens } from "@twiza/platform/signer/no-tokens";
import { noDocuments, noPapers, noPictures, noUploads } from "@twiza/platform/uploads/no-uploads";
import { openStore } from "@twiza/storage";
import { dynamoClient, openDynamo } from "@twiza/storage/dynamodb";
import { tableList } from "@twiza/storage/tables";

type Place = {
  readonly deployment: string;
  readonly publicBlobs: string;
  readonly privateBlobs: string;
};

/** Tables and buckets of a deployment, opened with the operator's own rights. */
export function storeInCloud({ deployment, publicBlobs, privateBlobs }: Place): Deps {
  const clock = { now: () => new Date() };
  const engine = openDynamo({
    client: dynamoClient({}),
    prefix: `${deployment}-`,
    tables: tableList,
    now: () => Date.now(),
    random: () => Math.random(),
  });
  const newId = idMaker(clock, () => new Uint8Array(randomBytes(16)));
  const bucket = bucketOpener();
  return {
    store: openStore(engine),
    clock,
    newId,
    newSecret: () => randomBytes(32).toString("base64url"),
    publicBlobs: bucket(publicBlobs),
    privateBlobs: bucket(privateBlobs),
    // The desk fills the store; nothing that it writes is signed.
    tokens: noTokens,
    issuerKeys: noIssuerKeys,
    seals: noSeals,
    logFiles: noLogFiles,
    uploads: noUploads,
    pictures: noPictures,
    documents: noDocuments,
    papers: noPapers,
  };
}
