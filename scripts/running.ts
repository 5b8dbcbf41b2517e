import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Beside the store: the number of the process that has it open. */
const FILE = ".twiza/running";

/** Writes down that this process has the store open. */
export const sayRunning = (): void => writeFileSync(FILE, String(process.pid));
export const sayStopped = (): void => rmSync(FILE, { force: true });

/** The process that has the store open: the one that wrote itself down last, where that still lives. */
export function whoRuns(): number | undefined {
  try {
    const pid = Number(readFileSync(FILE, "utf8"));
    // Asks whether it is there, and sends it nothing.
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
