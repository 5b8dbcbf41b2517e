import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { artefactFolder, buildFunctions } from "@twiza/functions/build";
import {
  type EnvironmentName,
  environmentOf,
  type Manifest,
  RUNTIME_ENVIRONMENT,
} from "@twiza/functions/manifest";
import { manifests } from "@twiza/functions/manifests";
import * as z from "zod";

/** One instance of a function, warm, taking one event at a time as Lambda gives them. */
export type Lambda = {
  /** What the handler answers. @throws Error with the trace of what it threw */
  invoke(event: object): Promise<unknown>;
  /** What it wrote so far, of which CloudWatch would make its log. */
  log(): string;
  stop(): Promise<void>;
};

/** What a function lives among: the values of its manifest's variables, and what Lambda itself gives. */
export type Surroundings = Readonly<Record<string, string>>;

/** Of these values, the exact variables that a manifest names. */
export function surroundingsOf(
  manifest: Manifest,
  values: Readonly<Record<EnvironmentName, string>>,
): Surroundings {
  return Object.fromEntries(environmentOf(manifest).map((name) => [name, values[name]]));
}

/** A region and keys that nobody has. DynamoDB Local keeps a store of its own for each pair of them. */
export const RUNTIME = {
  AWS_REGION: "eu-west-3",
  AWS_ACCESS_KEY_ID: "AKIATWIZA",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_SESSION_TOKEN: "session",
} as const;

/** Lambda's own part in few lines: take the handler out of the artefact, then give it each event and send back what it says. */
const RUNTIME_CODE = `
  const { handler } = await import(process.argv[1]);
  process.on("message", async (event) => {
    const context = { awsRequestId: crypto.randomUUID(), functionName: process.env.AWS_LAMBDA_FUNCTION_NAME };
    try { process.send({ reply: (await handler(event, context)) ?? null }); }
    catch (error) { process.send({ failure: String(error?.stack ?? error) }); }
  });
  process.send({ ready: true });
`;

const Said = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ reply: z.unknown() }),
  z.strictObject({ failure: z.string() }),
]);

/**
 * Starts the built artefact of a function in a process of its own: an empty folder around it, no variable but those given, and
 * no right to read any file but the artefact.
 * @throws Error with what it wrote, when it ends before it is ready: a cold start that failed
 */
export async function startLambda(
  { name, timeoutSeconds, papers }: Manifest,
  surroundings: Surroundings,
): Promise<Lambda> {
  const folder = mkdtempSync(join(tmpdir(), "twiza-function-"));
  const artefact = artefactFolder(name);
  const child = spawn(
    process.execPath,
    [
      "--permission",
      `--allow-fs-read=${artefact}/*`,
      // Machine code of others: only the one that says it holds some.
      ...(papers ? ["--allow-addons", "--disable-warning=SecurityWarning"] : []),
      "--input-type=module",
      `--eval=${RUNTIME_CODE}`,
      pathToFileURL(`${artefact}/index.mjs`).href,
    ],
    {
      cwd: folder,
      env: {
        ...RUNTIME,
        ...RUNTIME_ENVIRONMENT,
        AWS_LAMBDA_FUNCTION_NAME: name,
        TZ: ":UTC",
        ...surroundings,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const closed = once(child, "close");
  const heard = async (): Promise<z.infer<typeof Said>> => {
    const limit = AbortSignal.timeout(timeoutSeconds * 1000);
    const message = once(child, "message", { signal: limit });
    const ended = closed.then((): never => {
      throw new Error(`${name} ended: ${log}`);
    });
    const heardOf: unknown[] = await Promise.race([message, ended]);
    return Said.parse(heardOf[0]);
  };
  await heard();
  let turn: Promise<unknown> = Promise.resolve();
  const invoke = async (event: object): Promise<unknown> => {
    const answer = heard();
    child.send(event);
    const said = await answer;
    if ("failure" in said) throw new Error(`${name} threw: ${said.failure}`);
    return "reply" in said ? said.reply : undefined;
  };
  return {
    invoke: (event) => {
      const next = turn.then(() => invoke(event));
      turn = next.catch(() => undefined);
      return next;
    },
    log: () => log,
    stop: async () => {
      if (isRunning(child)) child.kill();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode === null && signalCode === null;

/** The artefacts as the last build left them; builds them where there are none. */
export async function builtArtefacts(): Promise<void> {
  if (manifests.some(({ name }) => !existsSync(`${artefactFolder(name)}/index.mjs`)))
    await buildFunctions();
}
