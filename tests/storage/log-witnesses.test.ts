import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendToLog, publishLog, readLogProof } from "@twiza/core";
import { checkLogProof, parseVerifier, type Verifier, verifierText } from "@twiza/log";
import { openWitnesses } from "@twiza/platform/witnesses";
import { openWitness, serve, type Witness } from "@twiza/witness";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  formsOf,
  issued,
  openLog,
  type OpenedLog,
  ORIGIN,
  readWhole,
  trustOf,
  verify,
} from "../house/open-log.ts";

type Running = { readonly witness: Witness; readonly server: Server; readonly line: string };

let folder = "";
const running: Running[] = [];
const logs: OpenedLog[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-witnesses-"));
});
afterEach(async () => {
  for (const { server } of running.splice(0)) server.close();
  await Promise.all(logs.splice(0).map((log) => log.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** A witness at work as an institution runs it, that knows this log. */
async function start(name: string, log: Verifier): Promise<Running> {
  const witness = await openWitness({ folder: join(folder, name), name, logs: [log] });
  const server = await serve(witness, 0);
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const line = `${verifierText(witness.verifier)} http://localhost:${String(port)}`;
  const made = { witness, server, line };
  running.push(made);
  return made;
}

/** A log that has shown its key. */
async function open(): Promise<{ log: OpenedLog; key: Verifier }> {
  const log = openLog();
  logs.push(log);
  await appendToLog(log.deps, [issued(1)]);
  await publishLog(log.deps, log.keeper);
  const [key] = (await trustOf(log)).log;
  if (!key) throw new Error("the log shows no key");
  return { log, key };
}

it("a checkpoint bears the lines of the witnesses that saw it, and one that is away delays nothing and signs when it is back", async () => {
  const { log, key } = await open();
  const [near, far] = [await start("near.example", key), await start("far.example", key)];
  const witnesses = openWitnesses(`${near.line}, ${far.line}`);
  const keeper = { ...log.keeper, witnesses };
  far.server.close();
  far.server.closeAllConnections();
  await appendToLog(log.deps, [issued(2), issued(3)]);
  expect((await publishLog(log.deps, keeper)).news).toEqual([
    { name: "near.example", state: "cosigned" },
    { name: "far.example", state: "away" },
  ]);
  expect((await readWhole(log)).witnesses.map(({ verifier }) => verifier.name)).toEqual([
    "near.example",
  ]);
  // Nothing is new: nobody is asked, unless it is time to look again.
  expect((await publishLog(log.deps, keeper)).news).toEqual([]);
  const { port } = new URL(far.line.split(" ")[1] ?? "");
  running.push({ ...far, server: await serve(far.witness, Number(port)) });
  expect((await publishLog(log.deps, keeper, { isAgain: true })).news).toEqual([
    { name: "far.example", state: "cosigned" },
  ]);
  const whole = await readWhole(log);
  expect(whole.witnesses).toHaveLength(2);
  // A file is checked with one request, and says who vouches for the log.
  const [form] = formsOf(2);
  const found = await checkLogProof(await readLogProof(log.deps, form), {
    form,
    trust: await trustOf(log),
    verify,
  });
  expect(found).toMatchObject({ state: "logged", index: 1, witnesses: [{}, {}] });
});

it("a witness that has seen more or less than we thought is asked again from there, and one that saw another log refuses", async () => {
  const { log, key } = await open();
  const it = await start("uni.example", key);
  const keeper = { ...log.keeper, witnesses: openWitnesses(it.line) };
  await publishLog(log.deps, keeper, { isAgain: true });
  await appendToLog(log.deps, [issued(2)]);
  await publishLog(log.deps, keeper);
  expect(it.witness.seen(ORIGIN)?.size).toBe(2);
  // The log's own note of how far the witness has come is lost.
  const kept = await log.deps.store.log.published();
  if (!kept) throw new Error("nothing was published");
  const forgot = { ...kept.value, witnesses: [] };
  await log.deps.store.commit([log.deps.store.log.putPublished(forgot, kept.revision)]);
  await appendToLog(log.deps, [issued(3)]);
  expect((await publishLog(log.deps, keeper)).news).toEqual([
    { name: "uni.example", state: "cosigned" },
  ]);
  // Another store under the same key and name: what an operator would do who rewrites the past.
  const forked = openLog();
  logs.push(forked);
  await appendToLog(forked.deps, [issued(9), issued(2), issued(3), issued(4)]);
  const same = { ...keeper, signer: log.keeper.signer };
  expect((await publishLog(forked.deps, same)).news).toEqual([
    { name: "uni.example", state: "refused", status: 422 },
  ]);
  expect((await readWhole(forked)).witnesses).toEqual([]);
  expect(it.witness.seen(ORIGIN)?.size).toBe(3);
});

it("what is no list of witnesses is said at the start", () => {
  const key = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
  expect(parseVerifier(key)?.type).toBe("witness");
  expect(openWitnesses("none")).toEqual([]);
  expect(openWitnesses(`${key} https://witness.example/x/`)).toHaveLength(1);
  for (const wrong of [
    "",
    key,
    `${key} http://witness.example`,
    `${key} ftp://localhost.example`,
    `x ${key}`,
    `${key} https://a.example more`,
  ])
    // prettier-ignore
    expect(() => openWitnesses(wrong), wrong).toThrow("no witness");
});
