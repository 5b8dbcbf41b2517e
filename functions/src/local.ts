import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BlobBin, type Clock, type Deps, idMaker, type Signer } from "@twiza/core";
import { folderBlobs } from "@twiza/platform/blobs/folder";
import { folderBin } from "@twiza/platform/blobs/folder-bin";
import { localIssuerKeys } from "@twiza/platform/issuing/local";
import { noIssuerKeys } from "@twiza/platform/issuing/no-keys";
import { openLog } from "@twiza/platform/log";
import { folderLogFiles } from "@twiza/platform/log-files/folder";
import { noLogFiles } from "@twiza/platform/log-files/no-log-files";
import { localOpener } from "@twiza/platform/opener/local";
import { noSeals } from "@twiza/platform/opener/no-seals";
import { sealsOver } from "@twiza/platform/opener/seals";
import { documents } from "@twiza/platform/documents";
import { openPictures } from "@twiza/platform/pictures";
import { inPackage } from "@twiza/platform/pictures/in-package";
import { localSigner } from "@twiza/platform/signer/local";
import { noTokens } from "@twiza/platform/signer/no-tokens";
import { jwsTokens } from "@twiza/platform/signer/tokens";
import { type FolderUploads, folderUploads } from "@twiza/platform/uploads/folder";
import { noDocuments, noPapers, noPictures, noUploads } from "@twiza/platform/uploads/no-uploads";
import { openPapers } from "@twiza/paper";
import { openEngine } from "@twiza/paper/engine";
import { inPackage as paperFile, nativeInPackage } from "@twiza/paper/in-package";
import { type Engine, openStore } from "@twiza/storage";
import { openSqlite, type SqliteEngine } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import type { Setting } from "./http/app.ts";
import type { Manifest } from "./manifest.ts";
import { within } from "./within.ts";

/** The one file of the embedded store. */
export const STORE_FILE = "store.sqlite";

export type LocalHouse = Omit<Setting, "deps"> & {
  /** The file itself, for its upkeep; whoever asks or writes goes through `engine`. */
  readonly file: SqliteEngine;
  readonly engine: Engine;
  readonly clock: Clock;
  /** Where public blobs lie, to be served. */
  readonly publicFolder: string;
  /** Where the public log lies, to be served, and the key that signs for it and for nothing else. */
  readonly logFolder: string;
  readonly logSigner: Signer;
  /** Where what people bring waits, and who judges what they post. */
  readonly uploads: FolderUploads;
  /** What takes private blobs away for good. */
  readonly blobBin: BlobBin;
  /** The world as one function may see it; all of it without a manifest. */
  readonly deps: (manifest?: Manifest) => Deps;
};

type LocalSettings = {
  readonly folder: string;
  readonly origin: string;
  readonly write: (line: string) => void;
  /** Puts something between the apps and the store, to count what they ask. */
  readonly observe: (engine: Engine) => Engine;
  readonly clock: Clock;
  /** Under which the keys of certificates lie on the disk. */
  readonly keysPassword?: string | undefined;
};

/** The outside world on one machine: an embedded store and folders, all under `folder`. */
export function openLocal({
  folder,
  origin,
  write,
  observe,
  clock,
  keysPassword,
}: LocalSettings): LocalHouse {
  const publicFolder = join(folder, "blobs", "public");
  const privateFolder = join(folder, "blobs", "private");
  const logFolder = join(folder, "log");
  // Codes, sessions and answer keys lie here: nobody else on this machine needs to look.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSqlite({ file: join(folder, STORE_FILE), tables: tableList });
  const engine = observe(file);
  const outside = {
    clock,
    newId: idMaker(clock, () => new Uint8Array(randomBytes(16))),
    newSecret: () => randomBytes(32).toString("base64url"),
    publicBlobs: folderBlobs(publicFolder),
    privateBlobs: folderBlobs(privateFolder),
  };
  const tokens = jwsTokens(localSigner(join(folder, "keys")));
  const logSigner = localSigner(join(folder, "keys", "log"));
  const logFiles = folderLogFiles(logFolder);
  const seals = sealsOver(localOpener(join(folder, "keys")));
  const issuerKeys = localIssuerKeys({
    folder: join(folder, "keys"),
    clock,
    password: keysPassword,
  });
  const uploads = folderUploads(join(folder, "blobs", "incoming"), clock);
  const pictures = openPictures(async () =>
    (await import("@twiza/platform/pictures/codecs")).openCodecs(inPackage),
  );
  const log = openLog(write, clock.now);
  const papers = openPapers(
    () => openEngine(paperFile, nativeInPackage),
    (error) =>
      log.error("no papers on this computer: all else works, npm run doctor says more", { error }),
  );
  const deps = (manifest?: Manifest): Deps => ({
    ...outside,
    tokens: !manifest || manifest.signs ? tokens : noTokens,
    issuerKeys: !manifest || manifest.issues ? issuerKeys : noIssuerKeys,
    seals: !manifest || manifest.opens ? seals : noSeals,
    logFiles: !manifest || manifest.log ? logFiles : noLogFiles,
    ...(!manifest || manifest.uploads
      ? { uploads, documents }
      : { uploads: noUploads, documents: noDocuments }),
    pictures: !manifest || manifest.uploads || manifest.papers ? pictures : noPictures,
    papers: !manifest || manifest.papers ? papers : noPapers,
    store: openStore(manifest ? within(engine, manifest) : engine),
  });
  const blobBin = folderBin(privateFolder);
  const places = { publicFolder, logFolder, uploads, blobBin };
  return { deps, file, engine, clock, ...places, logSigner, origin, log };
}
