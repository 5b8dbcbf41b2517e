import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { chromiumPath, FLAGS, withLibraries } from "./chromium.ts";

/** A browser that runs, with what it has kept. */
export type Running = {
  readonly context: BrowserContext;
  /** Where it listens to others that steer browsers. */
  readonly port: number;
  /** Ends it from one instruction to the next, as an empty battery does. */
  readonly kill: () => Promise<void>;
};

/** A phone of its own: what its browser keeps outlives the browser, on a disk of its own, whatever ends it. `more`: further flags. */
export function openHandset(more: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "twiza-handset-"));
  return {
    switchOn: async (): Promise<Running> => {
      const path = await chromiumPath();
      return withLibraries((env) => start(path, folder, { env, more }));
    },
    throwAway: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

type How = { readonly env: NodeJS.ProcessEnv; readonly more: readonly string[] };

async function start(path: string, folder: string, { env, more }: How): Promise<Running> {
  const flags = [
    ...FLAGS,
    ...more,
    `--user-data-dir=${folder}`,
    "--remote-debugging-port=0",
    "about:blank",
  ];
  const portFile = join(folder, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  // A group of its own, so that its helpers end with it.
  const child = spawn(path, flags, { env, detached: true, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (!existsSync(portFile) || !readFileSync(portFile, "utf8").includes("\n")) {
    if (child.exitCode !== null) throw new Error(`Chromium ended at once: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const [port = ""] = readFileSync(portFile, "utf8").split("\n");
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error("A browser that runs has a context.");
  return {
    context,
    port: Number(port),
    kill: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}
