import { readFile, stat } from "node:fs/promises";
import { MOST_BYTES } from "@twiza/credential/check";

/** What somebody wants checked: a file where there is one of that name, else the text itself. A file that is too large is not read. */
export async function given(what: string): Promise<Uint8Array | string> {
  if (what === "-") return incoming();
  const found = await stat(what).catch(() => undefined);
  if (!found?.isFile()) return what;
  return found.size > MOST_BYTES ? new Uint8Array(MOST_BYTES + 1) : readFile(what);
}

/** All that comes in, up to one byte more than is taken. */
async function incoming(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
    parts.push(part);
    size += part.length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(parts);
}

/** A file of JSON that whoever checks brought along. @throws Error naming it when it is not to be read */
export async function jsonIn(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(path, "utf8");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // Said below.
  }
  throw new Error(`${path} holds no JSON object`);
}
