import { spawn } from "node:child_process";

export type Outcome = { readonly code: number; readonly output: string };

type Where = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
};

/** Runs a command to its end and keeps what it says. */
export function run(
  command: string,
  args: readonly string[],
  { environment = {}, folder = "." }: Where = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => {
      resolve({ code: 127, output: `${command} cannot be run: ${error.message}` });
    });
    child.on("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}

/** Runs a command that must succeed. @throws Error with everything it said */
export async function must(
  command: string,
  args: readonly string[],
  folder = ".",
): Promise<string> {
  const { code, output } = await run(command, args, { folder });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
}
