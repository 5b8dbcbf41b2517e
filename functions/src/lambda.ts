import { randomBytes } from "node:crypto";
import {
  type Blobs,
  type Clock,
  type Deps,
  type Documents,
  idMaker,
  type IssuerKeys,
  type LogFiles,
  type Papers,
  type Pictures,
  type Seals,
  type Tokens,
  type Uploads,
} from "@twiza/core";
import { noIssuerKeys } from "@twiza/platform/issuing/no-keys";
import { type Log, openLog } from "@twiza/platform/log";
import { noLogFiles } from "@twiza/platform/log-files/no-log-files";
import { noSeals } from "@twiza/platform/opener/no-seals";
import { noTokens } from "@twiza/platform/signer/no-tokens";
import { noDocuments, noPapers, noPictures, noUploads } from "@twiza/platform/uploads/no-uploads";
import { type Engine, openStore } from "@twiza/storage";
import { dynamoClient, openDynamo } from "@twiza/storage/dynamodb";
import { tableList } from "@twiza/storage/tables";
import type { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import type { Env, Setting } from "./http/app.ts";
import { readEnvironment } from "./environment.ts";
import type { Manifest } from "./manifest.ts";

const clock: Clock = { now: () => new Date() };

/** Blobs that a manifest does not grant: reaching for them is a bug that should be loud. */
const noBlobs: Blobs = {
  put: () => Promise.reject(new Error("this function has no such blobs")),
  get: () => Promise.reject(new Error("this function has no such blobs")),
  stretch: () => Promise.reject(new Error("this function has no such blobs")),
};

export type Opened = Setting & {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly environment: ReturnType<typeof readEnvironment>;
};

type Openers = {
  readonly openBlobs?: (bucket: string) => Blobs;
  readonly openTokens?: (keyIds: string) => Tokens;
  readonly openSeals?: (keyIds: string) => Seals;
  readonly openIssuerKeys?: (names: string, clock: Clock) => IssuerKeys;
  readonly openUploads?: (place: { readonly bucket: string; readonly clock: Clock }) => Uploads;
  readonly openLogFiles?: (bucket: string) => LogFiles;
  readonly pictures?: Pictures;
  readonly documents?: Documents;
  readonly openPapers?: (log: Log) => Papers;
};

/**
 * The outside world of a function in AWS, built once at a cold start from its manifest's environment and nothing else.
 * `openBlobs` comes from those that have blobs, `openTokens`, `openSeals` and `openIssuerKeys` from those that sign and open, `openUploads` and
 * `pictures` from those that take things in or set papers, so that the others carry neither S3 nor KMS nor codecs.
 */
export function openFunction(
  manifest: Manifest,
  {
    openBlobs,
    openTokens,
    openSeals,
    openIssuerKeys,
    openUploads,
    openLogFiles,
    pictures = noPictures,
    documents = noDocuments,
    openPapers,
  }: Openers = {},
): Opened {
  const environment = readEnvironment(manifest, process.env);
  const engine = openDynamo({
    client: dynamoClient({}),
    prefix: environment.TWIZA_TABLE_PREFIX ?? "",
    tables: tableList,
    now: () => Date.now(),
    random: () => Math.random(),
  });
  const blobs = (bucket: string | undefined) => (bucket && openBlobs ? openBlobs(bucket) : noBlobs);
  const { TWIZA_SIGNING_KEYS: keyIds, TWIZA_SEALING_KEYS: sealingKeyIds } = environment;
  const {
    TWIZA_UPLOADS: bucket,
    TWIZA_ISSUER_KEYS: issuerKeys,
    TWIZA_LOG: logBucket,
  } = environment;
  const log = openLog((line) => process.stdout.write(`${line}\n`), clock.now);
  const deps: Deps = {
    store: openStore(engine),
    clock,
    newId: idMaker(clock, () => new Uint8Array(randomBytes(16))),
    newSecret: () => randomBytes(32).toString("base64url"),
    publicBlobs: blobs(environment.TWIZA_PUBLIC_BLOBS),
    privateBlobs: blobs(environment.TWIZA_PRIVATE_BLOBS),
    uploads: bucket && openUploads ? openUploads({ bucket, clock }) : noUploads,
    pictures,
    documents,
    papers: openPapers ? openPapers(log) : noPapers,
    tokens: keyIds && openTokens ? openTokens(keyIds) : noTokens,
    issuerKeys: issuerKeys && openIssuerKeys ? openIssuerKeys(issuerKeys, clock) : noIssuerKeys,
    seals: sealingKeyIds && openSeals ? openSeals(sealingKeyIds) : noSeals,
    logFiles: logBucket && openLogFiles ? openLogFiles(logBucket) : noLogFiles,
  };
  return { deps, log, engine, clock, environment, origin: environment.TWIZA_ORIGIN ?? "" };
}

/** An app as Lambda calls it. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor, a package of its own, is not published yet
export const toHandler = (app: Hono<Env>) => handle(app);
