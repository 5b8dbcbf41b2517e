import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { folderLogFiles } from "./folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-log-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);

it("a file of the log is written once: the same again is harmless, other bytes are refused and change nothing", async () => {
  const files = folderLogFiles(folder);
  expect(await files.read("tile/0/000")).toBeUndefined();
  await Promise.all([1, 2, 3].map(() => files.write("tile/0/000", bytes("a"))));
  await files.write("tile/0/000.p/5", bytes("b"));
  await expect(files.write("tile/0/000", bytes("c"))).rejects.toThrow("other bytes at tile/0/000");
  expect(await files.read("tile/0/000")).toEqual(Buffer.from("a"));
  expect(readdirSync(join(folder, "tile", "0")).sort()).toEqual(["000", "000.p"]);
});

it("of many that replace a checkpoint only who has read what lies there does", async () => {
  const files = folderLogFiles(folder);
  const first = await Promise.all(
    ["a", "b"].map((text) => files.replace("checkpoint", text, "absent")),
  );
  expect(first.toSorted()).toEqual(["done", "stale"]);
  const { version = "" } = (await files.current("checkpoint")) ?? {};
  const second = await Promise.all(
    ["c", "d"].map((text) => files.replace("checkpoint", text, version)),
  );
  expect(second.toSorted()).toEqual(["done", "stale"]);
  expect(await files.replace("checkpoint", "e", version)).toBe("stale");
  expect(readdirSync(folder)).toEqual(["checkpoint"]);
});
