import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseVerifier, type Verifier } from "@twiza/log";

export type WatchedLog = { readonly verifier: Verifier; readonly address?: string };
export type Settings = {
  readonly name: string;
  readonly port: number;
  readonly folder: string;
  /** How often logs that have an address are looked at without being asked; never without it. */
  readonly everyMinutes?: number;
  readonly logs: readonly WatchedLog[];
};

/** @throws Error that says what of the file is not right */
export async function readSettings(path: string): Promise<Settings> {
  const said = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
  const { name, port = 8080, folder = ".", everyMinutes, logs } = said;
  if (typeof name !== "string" || !/^[^\s+]+$/.test(name))
    throw new Error("name: an address without its scheme, such as witness.example.ac.ma/1");
  if (typeof port !== "number" || typeof folder !== "string") throw new Error("port, folder");
  if (everyMinutes !== undefined && !(typeof everyMinutes === "number" && everyMinutes >= 1))
    throw new Error("everyMinutes: a number from 1");
  if (!Array.isArray(logs) || logs.length === 0) throw new Error("logs: at least one");
  return {
    name,
    port,
    folder: resolve(dirname(path), folder),
    ...(everyMinutes === undefined ? {} : { everyMinutes }),
    logs: logs.map(watched),
  };
}

function watched(said: unknown): WatchedLog {
  const { key, address } = { ...(said as Record<string, unknown>) };
  const verifier = typeof key === "string" ? parseVerifier(key) : undefined;
  if (verifier?.type !== "log") throw new Error(`logs: no key of a log: ${JSON.stringify(key)}`);
  if (address === undefined) return { verifier };
  if (typeof address !== "string" || !/^https?:\/\//.test(address))
    throw new Error(`logs: no address: ${JSON.stringify(address)}`);
  return { verifier, address };
}
