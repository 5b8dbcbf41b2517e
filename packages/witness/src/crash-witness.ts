import { writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { openMemory } from "./memory.ts";

/** Remembers one size after the other until it is killed, and prints each that it was told is kept. */
const [, , folder = "", first = "0"] = process.argv;
const memory = await openMemory(folder);
// A note of some length, so that a kill also falls within a write.
const note = randomBytes(20_000).toString("hex");
for (let size = Number(first); ; size += 1) {
  await memory.keep("log", { size, root: new Uint8Array(32).fill(size % 256), note });
  writeSync(1, `${size}\n`);
}
