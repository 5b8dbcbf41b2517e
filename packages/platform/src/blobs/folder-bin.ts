import { rm } from "node:fs/promises";
import type { BlobBin } from "@twiza/core";
import { pathOf } from "./folder.ts";

/** Takes blobs out of a folder for good. */
export const folderBin = (folder: string): BlobBin => ({
  remove: (hash) => rm(pathOf(folder, hash), { force: true }),
});
