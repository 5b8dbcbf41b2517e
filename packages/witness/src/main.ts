import { verifierText } from "@twiza/log";
import { filesAt, pull } from "./pull.ts";
import { serve } from "./serve.ts";
import { readSettings, type Settings } from "./settings.ts";
import { openWitness, type Witness } from "./witness.ts";

const HELP = `witness key     tells this witness's key, for the operator of a log
witness serve   answers logs that ask, and looks at those with an address
witness look    looks once at logs with an address; ends with 1 when it refused one
Settings: witness.json here, or the file that WITNESS_SETTINGS names.
`;

const [, , command = ""] = process.argv;
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Looks at each log that has an address, and tells whether all were as they should be. */
async function look(witness: Witness, { logs, folder }: Settings): Promise<boolean> {
  let isRight = true;
  for (const { verifier, address } of logs) {
    if (address === undefined) continue;
    const { status, text } = await pull(witness, { folder, read: filesAt(address) }).catch(
      (error: unknown) => ({ status: 0, text: `away: ${String(error)}\n` }),
    );
    // A log that is away is no liar.
    if (status !== 200 && status !== 0) isRight = false;
    tell(`${new Date().toISOString()} ${verifier.name} ${status} ${text.trimEnd()}`);
  }
  return isRight;
}

async function main(): Promise<void> {
  if (!["key", "serve", "look"].includes(command)) {
    tell(HELP);
    return;
  }
  const settings = await readSettings(process.env["WITNESS_SETTINGS"] ?? "witness.json");
  const logs = settings.logs.map(({ verifier }) => verifier);
  const witness = await openWitness({ ...settings, logs });
  if (command === "key") {
    tell(verifierText(witness.verifier));
    return;
  }
  if (command === "look") {
    if (!(await look(witness, settings))) process.exitCode = 1;
    return;
  }
  await serve(witness, settings.port);
  tell(`${verifierText(witness.verifier)} listens at ${settings.port}`);
  if (settings.everyMinutes !== undefined)
    setInterval(() => void look(witness, settings), settings.everyMinutes * 60_000);
}

await main();
