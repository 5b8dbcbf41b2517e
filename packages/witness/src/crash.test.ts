import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openMemory } from "./memory.ts";

const CHILD = join(import.meta.dirname, "crash-witness.ts");
const ROUNDS = 3;

it("a witness that is killed in the middle of a write knows all that it had signed, and nothing half", async () => {
  const folder = mkdtempSync(join(tmpdir(), "twiza-witness-"));
  let last = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = spawn(process.execPath, [CHILD, folder, String(last + 1)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.on("data", (piece: Buffer) => (printed += piece.toString()));
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 20 + round * 17));
    child.kill("SIGKILL");
    await once(child, "close");
    const told = Number(printed.split("\n").at(-2));
    const seen = (await openMemory(folder)).of("log");
    expect(told).toBeGreaterThan(last);
    expect(seen?.size).toBeGreaterThanOrEqual(told);
    expect(seen?.size).toBeLessThanOrEqual(told + 1);
    expect(seen?.root).toEqual(new Uint8Array(32).fill((seen?.size ?? 0) % 256));
    last = seen?.size ?? 0;
  }
  rmSync(folder, { recursive: true, force: true });
});
