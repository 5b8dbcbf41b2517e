import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openServer } from "@twiza/functions/server";

let folder: Promise<string> | undefined;

/** A folder as the first start leaves it, made once in this process. Whoever copies it has spared seeding, which takes a second. */
export function seededFolder(): Promise<string> {
  folder ??= make();
  return folder;
}

async function make(): Promise<string> {
  const made = mkdtempSync(join(tmpdir(), "twiza-seeded-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  // Nobody knocks: a port is only what its addresses would say.
  const server = await openServer({ folder: made, site: "web/build", port: 0 });
  await server.seed();
  await server.close();
  return made;
}
