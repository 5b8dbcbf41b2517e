import { statSync } from "node:fs";
import { openServer } from "@twiza/functions/server";
import { newFolder, removeFolder } from "./folder.ts";

type Seeded = {
  readonly folder: string;
  /** In milliseconds since 1970. */ readonly madeAt: number;
};

/** The address in the certificates of every house, whatever its port: they are copies of one. */
export const ISSUES_AT = "http://localhost:4000";

/** Where a run of all suites has laid one for all of its processes. */
const shared = process.env["TWIZA_SEEDED"];
let seeded: Promise<Seeded> | undefined;

/** A folder as the first start leaves it, made once in this process or in this run. Whoever copies it has spared seeding, which takes seconds. */
export function seededFolder(): Promise<Seeded> {
  seeded ??= shared ? Promise.resolve(found(shared)) : makeHere();
  return seeded;
}

const found = (folder: string): Seeded => ({ folder, madeAt: statSync(folder).mtimeMs });

async function makeHere(): Promise<Seeded> {
  const folder = newFolder();
  process.once("exit", () => removeFolder(folder));
  await make(folder);
  return { folder, madeAt: Date.now() };
}

async function make(folder: string): Promise<void> {
  // Nobody knocks: a port is only what its addresses would say.
  const server = await openServer({ folder, site: "web/build", port: 0, issuesAt: ISSUES_AT });
  await server.seed();
  await server.close();
}

const [, , wanted] = process.argv;
if (import.meta.main && wanted) await make(wanted);
