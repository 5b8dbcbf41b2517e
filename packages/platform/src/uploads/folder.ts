import { randomBytes, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Clock, Uploads } from "@twiza/core";
import { hashOf } from "../blobs/hash.ts";
import { signedForm } from "./form.ts";
import { judged, type Verdict } from "./judge.ts";

const BUCKET = "incoming";
const DAY = 86_400_000;

/** What a post comes to. `size`: not as long as was granted. */
export type Received = "received" | "refused" | "size";

export type FolderUploads = Uploads & {
  readonly judge: (fields: ReadonlyMap<string, string>) => Verdict;
  /** Keeps a file whole or not at all; of two posts of the same form the later stays. */
  receive(verdict: Exclude<Verdict, "refused">, file: Readable): Promise<Received>;
};

/**
 * Uploads in a folder: for one machine, which judges forms itself as S3 does. Its secret lives as long as the process: a form that
 * outlives it is refused, and whoever holds it asks for another.
 */
export function folderUploads(folder: string, clock: Clock): FolderUploads {
  const by = {
    accessKeyId: "local",
    secretAccessKey: randomBytes(32).toString("base64url"),
    region: "local",
  };
  // Keys become hashes: nothing that anybody writes is a path.
  const pathOf = (key: string): string => join(folder, hashOf(Buffer.from(key)));
  return {
    grant: async (wish) => {
      await mkdir(folder, { recursive: true });
      await sweep(folder, clock.now());
      return signedForm(wish, { bucket: BUCKET, by, now: clock.now() });
    },
    get: (key) => readFile(pathOf(key)).catch(unlessMissing),
    remove: (key) => rm(pathOf(key), { force: true }),
    judge: (fields) => judged(fields, { bucket: BUCKET, by, now: clock.now() }),
    receive: async ({ key, least, most }, file) => {
      const draft = `${pathOf(key)}.${randomUUID()}`;
      let size = 0;
      const counted = async function* (source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          size += chunk.length;
          // The rest is let pass by, so that whoever sends it hears the answer.
          if (size <= most) yield chunk;
        }
      };
      try {
        await mkdir(folder, { recursive: true });
        await pipeline(file, counted, createWriteStream(draft));
        if (size < least || size > most) return "size";
        await rename(draft, pathOf(key));
        return "received";
      } finally {
        await rm(draft, { force: true });
      }
    },
  };
}

/** What nobody took within a day goes, as from the bucket. */
async function sweep(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const brought = await stat(path).catch(unlessMissing);
    if (brought && now.getTime() - brought.mtimeMs > DAY) await rm(path, { force: true });
  }
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
