import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
/** A house takes some ten megabytes, and several stand beside each other: containers often have 64 MB in all. */
const ROOM = 512 * 1024 * 1024;

/**
 * The store waits for the disk with every write, so that no power failure takes it back. Here nobody pulls the plug: in memory the same
 * calls cost nothing, and half of the suite's time was theirs.
 */
const home = hasRoom() ? MEMORY : tmpdir();

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** An empty folder for one test or house. */
export const newFolder = (): string => mkdtempSync(join(home, "twiza-"));

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });
