import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { seed } from "@twiza/content";
import { type Clock, type Deps, idMaker } from "@twiza/core";
import type { Manifest } from "@twiza/functions/manifest";
import { dailyManifests, httpManifests, streamManifests } from "@twiza/functions/manifests";
import { folderBlobs } from "@twiza/platform/blobs/folder";
import { noIssuerKeys } from "@twiza/platform/issuing/no-keys";
import { noLogFiles } from "@twiza/platform/log-files/no-log-files";
import { noSeals } from "@twiza/platform/opener/no-seals";
import { noTokens } from "@twiza/platform/signer/no-tokens";
import { noDocuments, noPapers, noPictures, noUploads } from "@twiza/platform/uploads/no-uploads";
import { keyService } from "@twiza/platform/testing";
import { openStore } from "@twiza/storage";
import { openDynamo } from "@twiza/storage/dynamodb";
import { createTables } from "@twiza/storage/dynamodb-create-tables";
import { tableList } from "@twiza/storage/tables";
import { localClient, startDynamoDbLocal } from "../storage/dynamodb-local.ts";
import { openBrowser } from "./browser.ts";
import { startIssuer } from "./cognito.ts";
import { startEntry } from "./entry.ts";
import { builtArtefacts, type Lambda, RUNTIME, startLambda, surroundingsOf } from "./lambda.ts";
import { startMeter } from "./meter.ts";
import { startS3 } from "./s3.ts";
import { readStream } from "./stream.ts";

const PORTS = { entry: 4750, issuer: 4751, s3: 4752, dynamoDb: 4753, meter: 4754 };
const PREFIX = "trial-";
const SIGNING_KEY = "trial-key";
const SEALING_KEY = "trial-sealing-key";
const ISSUER_KEY = "trial-issuer-key";
const LOG_KEY = "trial-log-key";
const BUCKETS = {
  public: "trial-public-blobs",
  private: "trial-private-blobs",
  log: "trial-log",
};

/** With TLS, as everywhere but on a desk: its cookies are `__Host-` ones. */
const ORIGIN = "https://twiza.example";

const clock: Clock = { now: () => new Date() };

/**
 * A small cloud on this computer: DynamoDB Local, two buckets, a key service, an issuer, every function as it was built, in a process each, and
 * the entry before them. The sample courses and people are in it; no certificate is issued yet.
 */
export async function openWorld() {
  await builtArtefacts();
  const folder = mkdtempSync(join(tmpdir(), "twiza-world-"));
  const publicBlobs = folderBlobs(join(folder, "public"));
  const privateBlobs = folderBlobs(join(folder, "private"));
  const dynamoDb = await startDynamoDbLocal(PORTS.dynamoDb);
  const client = localClient(dynamoDb.endpoint, ACCOUNT);
  const streams = new DynamoDBStreamsClient({ endpoint: dynamoDb.endpoint, ...ACCOUNT });
  const deps = await seeded({ client, publicBlobs, privateBlobs });
  const meter = await startMeter(PORTS.meter, dynamoDb.endpoint);
  const s3 = await startS3(PORTS.s3, {
    blobs: { [BUCKETS.public]: publicBlobs, [BUCKETS.private]: privateBlobs },
    log: BUCKETS.log,
  });
  const issuer = await startIssuer(PORTS.issuer, {
    folder: join(folder, "issuer"),
    client: { id: "web", redirectUri: `${ORIGIN}/auth/callback` },
  });
  const kms = await keyService([SIGNING_KEY, ISSUER_KEY, LOG_KEY], [SEALING_KEY]);
  const values = {
    TWIZA_TABLE_PREFIX: PREFIX,
    TWIZA_ORIGIN: ORIGIN,
    TWIZA_PUBLIC_BLOBS: BUCKETS.public,
    TWIZA_PRIVATE_BLOBS: BUCKETS.private,
    TWIZA_UPLOADS: "trial-uploads",
    TWIZA_ISSUER_URL: issuer.issuerUrl,
    TWIZA_CLIENT_ID: "web",
    TWIZA_SIGNING_KEYS: SIGNING_KEY,
    TWIZA_SEALING_KEYS: SEALING_KEY,
    TWIZA_ISSUER_KEYS: JSON.stringify([{ id: ISSUER_KEY, from: "2020-01-01T00:00:00.000Z" }]),
    TWIZA_LOG: BUCKETS.log,
    TWIZA_LOG_KEYS: LOG_KEY,
    TWIZA_WITNESSES: "none",
    TWIZA_SENDER: "none",
  };
  const start = (manifest: Manifest): Promise<Lambda> =>
    startLambda(manifest, {
      ...surroundingsOf(manifest, values),
      AWS_ENDPOINT_URL_DYNAMODB: `${meter.address}/${manifest.name}`,
      AWS_ENDPOINT_URL_S3: s3.address,
      AWS_ENDPOINT_URL_KMS: kms.address,
    });
  const http = new Map(
    await Promise.all(httpManifests.map(async (it) => [it.name, await start(it)] as const)),
  );
  const started = streamManifests.map(async (manifest) => ({
    manifest,
    lambda: await start(manifest),
  }));
  const workers = await Promise.all(started);
  const [reminding] = await Promise.all(dailyManifests.map(start));
  const called = (name: string) => workers.find(({ manifest }) => manifest.name === name);
  const [worker, counter, regrader] = workers;
  const [keeper, signer, batcher, eraser] = [
    "log-keeper",
    "registrar",
    "batch-issuer",
    "eraser",
  ].map(called);
  if (!worker || !counter || !regrader || !keeper || !signer || !batcher || !eraser || !reminding)
    throw new Error("a worker is missing");
  const entry = await startEntry({
    port: PORTS.entry,
    lambdas: http,
    publicBlobs: `${s3.address}/${BUCKETS.public}`,
  });
  return {
    deps,
    meter,
    kms,
    issuer,
    http,
    /** Issues certificates. */
    worker,
    /** Adds up how questions do. */
    counter,
    /** Marks anew what was handed in before a question was corrected. */
    regrader,
    /** Makes the log public. */
    keeper,
    /** Signs certificates. */
    signer,
    /** Issues to whole groups. */
    batcher,
    /** Goes on with erasing people. */
    eraser,
    /** Reminds people of certificates that end soon. */
    reminding,
    /** A file of the public log, as CloudFront would fetch it. */
    logFile: (path: string) => fetch(`${s3.address}/${BUCKETS.log}/log/${path}`),
    /** Everything that happened to the table that a worker follows; the first two follow the same. */
    feed: ({ manifest } = worker) => readStream(client, streams, PREFIX + manifest.stream.table),
    /** The whole name of a table. */
    tableName: (name: string) => PREFIX + name,
    browser: () => openBrowser({ origin: ORIGIN, entry: entry.address }),
    stop: async () => {
      await Promise.all(
        [...http.values(), ...workers.map(({ lambda }) => lambda), reminding].map((lambda) =>
          lambda.stop(),
        ),
      );
      await Promise.all([entry, issuer, s3, kms, meter].map((running) => running.stop()));
      client.destroy();
      streams.destroy();
      await dynamoDb.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/** The account that the functions are in. */
const ACCOUNT = {
  region: RUNTIME.AWS_REGION,
  credentials: {
    accessKeyId: RUNTIME.AWS_ACCESS_KEY_ID,
    secretAccessKey: RUNTIME.AWS_SECRET_ACCESS_KEY,
  },
};

type Places = Pick<Deps, "publicBlobs" | "privateBlobs"> & {
  readonly client: ReturnType<typeof localClient>;
};

/** Makes the tables and fills them through the use cases. */
async function seeded({ client, ...blobs }: Places): Promise<Deps> {
  await createTables(client, PREFIX, tableList);
  const deps: Deps = {
    ...blobs,
    // What is seeded is not signed.
    tokens: noTokens,
    issuerKeys: noIssuerKeys,
    seals: noSeals,
    logFiles: noLogFiles,
    uploads: noUploads,
    pictures: noPictures,
    documents: noDocuments,
    papers: noPapers,
    store: openStore(openDynamo({ client, prefix: PREFIX, tables: tableList })),
    clock,
    newId: idMaker(clock, () => new Uint8Array(randomBytes(16))),
    newSecret: () => randomBytes(32).toString("base64url"),
  };
  await seed(deps);
  return deps;
}
