import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Clock, type Deps, idMaker } from "@twiza/core";
import { folderBlobs } from "@twiza/platform/blobs/folder";
import { openLog } from "@twiza/platform/log";
import { type Engine, openStore } from "@twiza/storage";
import { openSqlite } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import type { Setting } from "./http/app.ts";

const clock: Clock = { now: () => new Date() };

export type LocalHouse = Setting & {
  readonly engine: Engine;
  readonly clock: Clock;
  /** Where public blobs lie, to be served. */
  readonly publicFolder: string;
};

/** The outside world on one machine: an embedded store and folders, all under `folder`. */
export function openLocal({
  folder,
  origin,
  write,
}: {
  folder: string;
  origin: string;
  write: (line: string) => void;
}): LocalHouse {
  const publicFolder = join(folder, "blobs", "public");
  // Codes, sessions and answer keys lie here: nobody else on this machine needs to look.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const engine = openSqlite({ file: join(folder, "store.sqlite"), tables: tableList });
  const deps: Deps = {
    store: openStore(engine),
    clock,
    newId: idMaker(clock, () => new Uint8Array(randomBytes(16))),
    newSecret: () => randomBytes(32).toString("base64url"),
    publicBlobs: folderBlobs(publicFolder),
    privateBlobs: folderBlobs(join(folder, "blobs", "private")),
  };
  return { deps, engine, clock, publicFolder, origin, log: openLog(write, clock.now) };
}
