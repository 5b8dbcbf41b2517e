import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Clock, type Deps, idMaker } from "@twiza/core";
import { folderBlobs } from "@twiza/platform/blobs/folder";
import { openLog } from "@twiza/platform/log";
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
import { noDocuments, noPictures, noUploads } from "@twiza/platform/uploads/no-uploads";
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
  /** Where what people bring waits, and who judges what they post. */
  readonly uploads: FolderUploads;
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
};

/** The outside world on one machine: an embedded store and folders, all under `folder`. */
export function openLocal({ folder, origin, write, observe, clock }: LocalSettings): LocalHouse {
  const publicFolder = join(folder, "blobs", "public");
  // Codes, sessions and answer keys lie here: nobody else on this machine needs to look.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSqlite({ file: join(folder, STORE_FILE), tables: tableList });
  const engine = observe(file);
  const outside = {
    clock,
    newId: idMaker(clock, () => new Uint8Array(randomBytes(16))),
    newSecret: () => randomBytes(32).toString("base64url"),
    publicBlobs: folderBlobs(publicFolder),
    privateBlobs: folderBlobs(join(folder, "blobs", "private")),
  };
  const tokens = jwsTokens(localSigner(join(folder, "keys")));
  const seals = sealsOver(localOpener(join(folder, "keys")));
  const uploads = folderUploads(join(folder, "blobs", "incoming"), clock);
  const pictures = openPictures(async () =>
    (await import("@twiza/platform/pictures/codecs")).openCodecs(inPackage),
  );
  const deps = (manifest?: Manifest): Deps => ({
    ...outside,
    tokens: !manifest || manifest.signs ? tokens : noTokens,
    seals: !manifest || manifest.opens ? seals : noSeals,
    ...(!manifest || manifest.uploads
      ? { uploads, pictures, documents }
      : { uploads: noUploads, pictures: noPictures, documents: noDocuments }),
    store: openStore(manifest ? within(engine, manifest) : engine),
  });
  const log = openLog(write, clock.now);
  return { deps, file, engine, clock, publicFolder, uploads, origin, log };
}
