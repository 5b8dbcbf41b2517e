import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { Hash } from "@twiza/contract";
import type { Blobs } from "@twiza/core";
import { hashOf } from "./hash.ts";

/** Where a blob lies in a folder: two letters of fan-out, so that no directory grows without bound. */
export const pathOf = (folder: string, hash: string): string =>
  join(folder, hash.slice(0, 2), hash);

/** What a file says, or nothing where there is none. */
async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function stretchOf(path: string, { from, to }: { from: number; to: number }) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    return Uint8Array.from(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Blobs in a folder: for one machine. A file is written beside its place, flushed and moved there whole, so that none is ever half. */
export const folderBlobs = (folder: string): Blobs => ({
  put: async (bytes) => {
    const hash = Hash.parse(hashOf(bytes));
    const path = pathOf(folder, hash);
    await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    const file = await open(draft, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return hash;
  },
  get: (hash) => unlessGone(() => readFile(pathOf(folder, hash))),
  stretch: (hash, of) => unlessGone(() => stretchOf(pathOf(folder, hash), of)),
});
