import { createWriteStream, mkdirSync } from "node:fs";
import { buildAll } from "./build.ts";
import { isFree, isPort } from "./port.ts";
import { giveUp, step } from "./progress.ts";
import { sayRunning, sayStopped } from "./running.ts";
import { mustBeWritable } from "./writable.ts";

const FIRST_PORT = 4000;
const SITE = "web/build";

/** The port asked for, or the first free one from 4000 on. A port asked for by name and taken is a plain no. */
async function choosePort(): Promise<number> {
  const asked = process.env["PORT"];
  if (asked !== undefined) {
    if (!isPort(asked))
      giveUp(`PORT is "${asked}", which is no port: choose a number from 1 to 65535.`);
    const port = Number(asked);
    if (await isFree(port)) return port;
    giveUp(
      `Port ${port} is in use. Choose another with PORT=${port + 1} npm start, or leave PORT out.`,
    );
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + 50; port++) {
    if (!(await isFree(port))) continue;
    if (port !== FIRST_PORT) console.log(`  Port ${FIRST_PORT} is in use; taking ${port}.`);
    return port;
  }
  return giveUp(
    `No port from ${FIRST_PORT} to ${FIRST_PORT + 49} is free. Choose one with PORT=… npm start.`,
  );
}

/** Calling codes such as `212,213`, of countries whose telephones get codes; Africa's when none are given. */
function phoneCountries(): readonly string[] | undefined {
  const asked = process.env["TWIZA_PHONE_COUNTRIES"];
  const codes = asked?.split(/[\s,]+/).map((code) => code.replace(/^\+/, ""));
  if (codes?.some((code) => !/^[1-9]\d{0,6}$/.test(code)))
    giveUp(
      `TWIZA_PHONE_COUNTRIES is "${asked ?? ""}": write calling codes with commas between, such as 212,213,221.`,
    );
  return codes;
}

/** A log that grows beside the store: one line of JSON for each request. */
const logTo = (path: string) => {
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  return (line: string) => void stream.write(`${line}\n`);
};

/** Opens the store, and seeds one that is new. */
async function open(port: number, countries: readonly string[] | undefined) {
  // Not before: the server's own imports want the compiled messages.
  const { openServer } = await import("@twiza/functions/server");
  sayRunning();
  const server = await openServer({
    folder: ".twiza/data",
    site: SITE,
    port,
    publicOrigin: process.env["TWIZA_ORIGIN"],
    phoneCountries: countries,
    keysPassword: process.env["TWIZA_KEYS_PASSWORD"],
    witnesses: process.env["TWIZA_WITNESSES"],
    write: logTo(".twiza/data/log.jsonl"),
  });
  const state = await server.state();
  if (state === "new") await server.seed();
  return { server, isHalf: state === "half" };
}

mustBeWritable();
const countries = phoneCountries();
const port = await choosePort();
await buildAll(["messages"]);
// The first time the site takes longest, and the store is ready meanwhile.
mkdirSync(SITE, { recursive: true });
const opening = open(port, countries);
opening.catch(() => undefined);
await buildAll(["web", "documentation"]);
const { server, isHalf } = await step(
  "open the store, with its sample courses and people",
  () => opening,
);
if (isHalf) {
  giveUp(
    "The first seeding of the store was cut off. Empty it with `npm run reset` and start again.",
  );
}
await server.listen();
console.log(server.welcome());
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void server.close().then(() => {
      sayStopped();
      process.exit(0);
    });
  });
}
