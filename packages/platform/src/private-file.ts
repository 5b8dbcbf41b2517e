import { randomUUID } from "node:crypto";
import { chmod, link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * The JSON of a file of secrets, made by `make` where there is none. Only its owner may read it, and of two first starts at once
 * one wins and both read what it made.
 */
export async function readOrCreate(path: string, make: () => Promise<unknown>): Promise<unknown> {
  return (await read(path)) ?? (await create(path, make));
}

async function create(path: string, make: () => Promise<unknown>): Promise<unknown> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(await make(), undefined, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  try {
    // A link is made whole or not at all, and never over another file.
    await link(draft, path).catch(unless("EEXIST"));
  } finally {
    await unlink(draft);
  }
  const made = await read(path);
  if (made === undefined) throw new Error(`${path} vanished while it was being made`);
  return made;
}

async function read(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(unless("ENOENT"));
  return text === undefined ? undefined : JSON.parse(text);
}

const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (error instanceof Error && "code" in error && error.code === code) return undefined;
    throw error;
  };
