import { randomUUID } from "node:crypto";
import { readFileSync, renameSync } from "node:fs";
import { link, mkdir, open, readFile, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LogFiles } from "@twiza/core";
import { hashOf } from "../blobs/hash.ts";
import { OtherBytes } from "./other-bytes.ts";

/** The public log in a folder, for one machine and one process: each file whole or not there at all. */
export const folderLogFiles = (folder: string): LogFiles => ({
  read: (path) => readFile(join(folder, path)).catch(unless("ENOENT")),
  write: async (path, bytes) => {
    const place = join(folder, path);
    const draft = await drafted(place, bytes);
    try {
      // A link is made whole or not at all, and never over another file.
      await link(draft, place).catch(unless("EEXIST"));
    } finally {
      await unlink(draft);
    }
    if (hashOf(await readFile(place)) !== hashOf(bytes)) throw new OtherBytes(path);
  },
  current: async (path) => {
    const bytes = await readFile(join(folder, path)).catch(unless("ENOENT"));
    return bytes && { text: bytes.toString("utf8"), version: hashOf(bytes) };
  },
  replace: async (path, text, version) => {
    const place = join(folder, path);
    const draft = await drafted(place, Buffer.from(text));
    // Nothing of this process comes between looking and moving.
    if (versionOf(place) === version) renameSync(draft, place);
    else {
      await unlink(draft);
      return "stale";
    }
    return "done";
  },
});

function versionOf(place: string): string {
  try {
    return hashOf(readFileSync(place));
  } catch (error) {
    unless("ENOENT")(error);
    return "absent";
  }
}

/** Whole and on the disk, beside its place. */
async function drafted(place: string, bytes: Uint8Array): Promise<string> {
  await mkdir(dirname(place), { recursive: true });
  const draft = `${place}.${randomUUID()}`;
  const file = await open(draft, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (error instanceof Error && "code" in error && error.code === code) return undefined;
    throw error;
  };
