import { rmSync } from "node:fs";
import { mustBeWritable } from "./writable.ts";

/** Forgets the embedded store and its blobs; the next start seeds anew. Built files stay. */
mustBeWritable();
for (const name of ["data"]) rmSync(`.twiza/${name}`, { recursive: true, force: true });
console.log("The store is empty. `npm start` fills it with the sample courses and people again.");
