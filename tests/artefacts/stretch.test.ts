import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hash } from "@twiza/contract";
import { folderBlobs } from "@twiza/platform/blobs/folder";
import { bucketOpener } from "@twiza/platform/blobs/s3";
import { afterAll, expect, it, vi } from "vitest";
import { startS3 } from "./s3.ts";

afterAll(() => vi.unstubAllEnvs());

it("a stretch of a blob is the same from a folder and from a bucket, and nothing of what is not there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stretch-"));
  const onDisk = folderBlobs(folder);
  const running = await startS3(0, { blobs: { private: onDisk }, log: "log" });
  vi.stubEnv("AWS_ENDPOINT_URL_S3", running.address);
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
    vi.stubEnv(name, "eu-west-3");
  try {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);
    const hash = await onDisk.put(bytes, "application/octet-stream");
    for (const blobs of [onDisk, bucketOpener()("private")]) {
      const middle = await blobs.stretch(hash, { from: 100, to: 300 });
      expect([...(middle ?? [])]).toEqual([...bytes.subarray(100, 300)]);
      const end = await blobs.stretch(hash, { from: 4900, to: 6000 });
      expect([...(end ?? [])]).toEqual([...bytes.subarray(4900)]);
      const none = Hash.parse("0".repeat(64));
      expect(await blobs.stretch(none, { from: 0, to: 9 })).toBeUndefined();
    }
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true });
  }
});
