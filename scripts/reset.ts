import { rmSync } from "node:fs";
import { giveUp } from "./progress.ts";
import { whoRuns } from "./running.ts";
import { mustBeWritable } from "./writable.ts";

/** Forgets the embedded store and its blobs; the next start seeds anew. Built files stay. */
mustBeWritable();
const running = whoRuns();
// It would go on as if nothing had happened, and lose what is done from now on.
if (running !== undefined)
  giveUp(
    `Twiza is running (process ${running}). Stop it first, with Ctrl+C where it was started or with \`kill ${running}\`.`,
  );
for (const name of ["data"]) rmSync(`.twiza/${name}`, { recursive: true, force: true });
console.log("The store is empty. `npm start` fills it with the sample courses and people again.");
