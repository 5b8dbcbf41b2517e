import { join } from "node:path";
import { CertificateId } from "@twiza/contract";
import type { AskedWitness, Clock, Deps, LogFiles, LogKeeper, ToLog } from "@twiza/core";
import {
  entriesIn,
  entryText,
  formHash,
  isIncluded,
  leafHash,
  type LogTrust,
  nodesOf,
  parseEntry,
  parseVerifier,
  proveInclusion,
  readCheckpoint,
  tileAt,
  tilePath,
  type Verify,
} from "@twiza/log";
import { folderLogFiles } from "@twiza/platform/log-files/folder";
import { localSigner } from "@twiza/platform/signer/local";
import { openStore } from "@twiza/storage";
import type { Engine } from "@twiza/storage/engine";
import { openSqlite } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import { newFolder, removeFolder } from "./folder.ts";

export const ORIGIN = "twiza.example/log";
const KID = formHash("kid");

export const verify: Verify = async (point, signature, message) => {
  const key = await crypto.subtle.importKey("raw", point, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, signature, message);
};

export const idOf = (number: number): CertificateId =>
  CertificateId.parse(`crt_${number.toString(16).padStart(32, "0")}`);
export const formsOf = (number: number) =>
  [formHash(`jwt ${number}`), formHash(`proof ${number}`), formHash(`code ${number}`)] as const;
export const issued = (number: number): ToLog => ({
  certificateId: idOf(number),
  number: 0,
  entry: { act: "issued", forms: formsOf(number), kid: KID },
});
export const act = (
  number: number,
  at: number,
  what: "revoked" | "suspended" | "reinstated",
): ToLog => ({ certificateId: idOf(number), number: at, entry: { act: what } });

type Furnishing = {
  readonly observe?: (engine: Engine) => Engine;
  readonly witnesses?: readonly AskedWitness[];
  readonly clock?: Clock;
  readonly files?: (files: LogFiles) => LogFiles;
};

/** The log alone, over a real store and a real folder, with a key of its own. */
export function openLog({ observe, witnesses = [], clock, files = (it) => it }: Furnishing = {}) {
  const folder = newFolder();
  const file = openSqlite({ file: join(folder, "store.sqlite"), tables: tableList });
  const logFiles = folderLogFiles(join(folder, "log"));
  const deps = {
    store: openStore(observe ? observe(file) : file),
    clock: clock ?? { now: () => new Date() },
    logFiles: files(logFiles),
  } as Deps; // The log asks for nothing else.
  const keeper: LogKeeper = { origin: ORIGIN, signer: localSigner(join(folder, "key")), witnesses };
  return {
    deps,
    keeper,
    /** As anybody sees it, whatever happens to those who write. */
    shown: logFiles,
    folder: join(folder, "log"),
    close: async () => {
      await file.close();
      removeFolder(folder);
    },
  };
}
export type OpenedLog = ReturnType<typeof openLog>;

/** Whom the log's own list of keys names. */
export async function trustOf({ shown }: OpenedLog): Promise<LogTrust> {
  const { log, witnesses } = JSON.parse((await shown.current("keys.json"))?.text ?? "{}") as Record<
    "log" | "witnesses",
    string[]
  >;
  const keys = (texts: string[]) => texts.flatMap((text) => parseVerifier(text) ?? []);
  return { log: keys(log), witnesses: keys(witnesses) };
}

/**
 * Reads all of a log as a stranger does, from its files alone.
 * @throws Error when the checkpoint is not signed, or when an entry does not stand where it says
 */
export async function readWhole(log: OpenedLog) {
  const { shown } = log;
  const note = (await shown.current("checkpoint"))?.text ?? "";
  const head = await readCheckpoint(note, await trustOf(log), verify);
  if (!head) throw new Error(`no checkpoint: ${note}`);
  const { size, root } = head.checkpoint;
  const nodes = nodesOf(shown.read, size);
  const entries: string[] = [];
  for (let bundle = 0; bundle * 256 < size; bundle += 1) {
    const tile = tileAt("entries", bundle, size);
    const bytes = await shown.read(tilePath(tile));
    for (const entry of (bytes && entriesIn(bytes, tile.width)) ?? []) {
      const parsed = parseEntry(entry);
      if (!parsed) throw new Error(`entry ${entries.length} is none`);
      const index = entries.length;
      const proof = await proveInclusion(nodes, index, size);
      if (!isIncluded(leafHash(entry), { index, size, root, proof }))
        throw new Error(`entry ${index} does not stand there`);
      entries.push(entryText(parsed));
    }
  }
  if (entries.length !== size) throw new Error(`${entries.length} entries of ${size}`);
  return { ...head, entries, note };
}
