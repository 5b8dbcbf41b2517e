import { mkdtemp, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { loadOrCreateKeys } from "./keys.ts";

describe("the issuer's keys", () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "keys-")), "first-start");
  });

  test("are made once and stay the same", async () => {
    const first = await loadOrCreateKeys(folder);
    expect(await loadOrCreateKeys(folder)).toEqual(first);
    expect(first.signing.kid).toMatch(/^[\w-]{43}$/);
    expect(new Set([first.subject, first.codes, ...first.cookies]).size).toBe(3);
  });

  test("are the same for processes that start at once, and leave no other file", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateKeys(folder)));
    expect(new Set(all.map((keys) => JSON.stringify(keys))).size).toBe(1);
    expect(await readdir(folder)).toEqual(["issuer-keys.json"]);
  });

  test("can be read by their owner alone", async () => {
    await loadOrCreateKeys(folder);
    expect((await stat(join(folder, "issuer-keys.json"))).mode & 0o077).toBe(0);
  });

  test("are never replaced when the file is damaged", async () => {
    await loadOrCreateKeys(folder);
    await writeFile(join(folder, "issuer-keys.json"), '{"signing":');
    await expect(loadOrCreateKeys(folder)).rejects.toThrow();
  });
});
