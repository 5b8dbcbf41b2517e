import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { newWorld, PARTNER, type World } from "@twiza/credential/check/testing";
import { formHash, verifierText } from "@twiza/log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCli } from "../build.ts";
import { EXIT, verify } from "./verify.ts";

let folder: string;
let world: World;
let one: Awaited<ReturnType<World["issue"]>>;
const keep = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const recent = () => new Date(Date.now() - 3_600_000).toISOString();
const run = (...words: string[]) => verify(["verify", ...words], { LANG: "fr_FR.UTF-8" });

/** All that whoever checks may bring along, in files. */
async function brought(set: readonly number[] = []): Promise<string[]> {
  const { trust, prove } = world.log;
  const lists = [
    await world.list(one.certificate, "revocation", { set, validFrom: recent() }),
    await world.list(one.certificate, "suspension", { validFrom: recent() }),
  ];
  const issuers = {
    at: recent(),
    keys: [world.key, world.partnerKey],
    log: trust.log.map(verifierText),
    witnesses: trust.witnesses.map(verifierText),
  };
  const proof = await prove(formHash(one.jwt), { seconds: Math.floor(Date.now() / 1000) - 60 });
  const files = await Promise.all(lists.map(([, token], at) => keep(`list-${at}.jwt`, token)));
  return [
    ...["--offline", "--issuers", await keep("issuers.json", JSON.stringify(issuers))],
    ...files.flatMap((path) => ["--status", path]),
    ...["--log", await keep("proof.json", JSON.stringify(proof))],
  ];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "twiza-"));
  world = await newWorld();
  one = await world.issue();
});
afterAll(() => rm(folder, { recursive: true }));

describe("twiza verify", () => {
  it("says step by step that a certificate counts, asking nobody, and ends with 0", async () => {
    const { text, exit } = await run(await keep("her.jwt", one.jwt), ...(await brought()));
    expect(text).toContain("Ce certificat est valide.");
    expect(text).toContain(one.certificate.number);
    expect(text.match(/^✓/gm)).toHaveLength(7);
    expect(exit).toBe(EXIT.valid);
  });

  it("ends otherwise for what was revoked, changed, or not looked at", async () => {
    const file = await keep("her.jwt", one.jwt);
    expect((await run(file, ...(await brought([123])))).exit).toBe(EXIT.revoked);
    const changed = one.jwt.replace(/.(?=.{5}$)/, (sign) => (sign === "A" ? "B" : "A"));
    expect((await run(changed, ...(await brought()))).exit).toBe(EXIT.wrong);
    const alone = await run(one.address, "--offline", "--lang", "ar");
    expect([alone.exit, alone.text]).toEqual([EXIT.unknown, expect.stringContaining("تعذّر")]);
  });

  it("tells of each institution, and ends with 2 while the other's signature is not to be had", async () => {
    one = await world.issue({ partners: [PARTNER] });
    const both = await run(await keep("her.json", one.json), ...(await brought()));
    expect(both.text).toContain("Ce certificat est valide.");
    expect(both.text).toContain(
      "✓ Office de la formation professionnelle: S’en porte garante aussi",
    );
    expect(both.exit).toBe(EXIT.valid);
    const alone = await run(await keep("her.jwt", one.jwt), ...(await brought()));
    expect(alone.text).toContain("? Office de la formation professionnelle");
    expect(alone.exit).toBe(EXIT.unknown);
    one = await world.issue();
  });

  it("tells programs everything, and says how it is asked", async () => {
    const { text } = await run(one.jwt, "--json", ...(await brought()));
    expect(JSON.parse(text)).toMatchObject({ verdict: "valid", form: "jwt" });
    const asked = await run();
    expect(asked.exit).toBe(64);
    expect(asked.text).toContain("twiza verify");
    expect(await run(one.jwt, "--issuers", "/nowhere")).toMatchObject({ exit: 64 });
  });

  it("runs as one file with nothing beside it", async () => {
    const program = join(folder, "twiza.mjs");
    await buildCli(program);
    const words = ["verify", one.json, "--lang", "en", ...(await brought())];
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...words]);
    expect(stdout).toContain("This certificate is valid.");
  });
});
