import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fromBase64, type Head, toBase64 } from "@twiza/log";

/** What was seen last of a log, with the note as it was signed by the witness. */
export type Seen = Head & { readonly note: string };
export type Memory = {
  readonly of: (origin: string) => Seen | undefined;
  /** Looks at the disk again: another program may have looked at the log from the same folder. */
  readonly refresh: () => Promise<void>;
  /** On the disk when it returns. */
  readonly keep: (origin: string, seen: Seen) => Promise<void>;
};

const FILE = "seen.json";

/**
 * What a witness must never forget: one file, replaced whole. A file that cannot be read stops the witness, since one that begins
 * anew would sign whatever it is shown.
 */
export async function openMemory(folder: string): Promise<Memory> {
  const path = join(folder, FILE);
  let seen = new Map<string, Seen>(await read(path));
  return {
    of: (origin) => seen.get(origin),
    refresh: async () => {
      const fresh = new Map<string, Seen>(await read(path));
      for (const [origin, { size }] of seen)
        if ((fresh.get(origin)?.size ?? -1) < size)
          throw new Error(`${path} knows less than it did: somebody put back an old one`);
      seen = fresh;
    },
    keep: async (origin, what) => {
      await writeWhole(path, textOf(new Map(seen).set(origin, what)));
      seen.set(origin, what);
    },
  };
}

const textOf = (seen: ReadonlyMap<string, Seen>): string =>
  `${JSON.stringify(
    Object.fromEntries(
      [...seen].map(([origin, { size, root, note }]) => [
        origin,
        { size, root: toBase64(root), note },
      ]),
    ),
    undefined,
    2,
  )}\n`;

async function read(path: string): Promise<readonly (readonly [string, Seen])[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "{}";
    throw error;
  });
  return Object.entries(JSON.parse(text) as Record<string, Record<string, unknown>>).map(
    ([origin, { size, root, note }]) => {
      const bytes = typeof root === "string" ? fromBase64(root) : undefined;
      if (typeof size !== "number" || bytes?.length !== 32 || typeof note !== "string")
        throw new Error(`${path} is broken: put back a copy, or ask the log's operator`);
      return [origin, { size, root: bytes, note }] as const;
    },
  );
}

/** Whole and on the disk, its name too, or not at all. */
export async function writeWhole(path: string, text: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  const file = await open(draft, "w", mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
