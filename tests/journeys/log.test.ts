import { appendToLog, LogBroken } from "@twiza/core";
import { checkLogProof, parseVerifier } from "@twiza/log";
import { filesAt, openWitness, pull } from "@twiza/witness";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, openHouse } from "../house/house.ts";
import { logged } from "../house/logged.ts";
import { verify } from "../house/open-log.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = async (path: string) => (await house.anyone.fetch(path)).text();
const keys = async () =>
  (JSON.parse(await text("/log/keys.json")) as { log: string[] }).log.flatMap(
    (key) => parseVerifier(key) ?? [],
  );

describe("the public log", () => {
  it("tells anybody who has a file whether it was issued and what happened since, and proves it", async () => {
    const { certificateId, forms } = await logged(house);
    const acts = ["suspended", "reinstated", "revoked"] as const;
    for (const [at, act] of acts.entries())
      await appendToLog(house.server.deps, [{ certificateId, number: at + 1, entry: { act } }]);
    await house.server.worker.settled();
    const trust = { log: await keys(), witnesses: [] };
    for (const form of forms) {
      const proof = await house.anyone.do("readLogProof", { params: { form } });
      const found = await checkLogProof(proof, { form, trust, verify });
      if (found.state !== "logged") throw new Error(`the proof is wrong: ${found.what}`);
      expect(found.later.map(({ entry, isProven }) => [entry.act, isProven])).toEqual(
        acts.map((act) => [act, true]),
      );
      expect(proof.checkpoint).toBe(await text("/log/checkpoint"));
    }
  });

  it("says of a file that it does not know so, with a way to mend it", async () => {
    const params = { form: "A".repeat(43) };
    expect(await house.anyone.refused("readLogProof", { params })).toBe("log.unknown");
  });

  it("names nobody: an entry is hashes, a key and a time", async () => {
    const { index } = await logged(house);
    const row = await house.server.deps.store.log.entry(index);
    expect(Object.keys(JSON.parse(row?.entry ?? "{}") as object)).toEqual([
      "act",
      "at",
      "forms",
      "kid",
    ]);
  });

  it("is files that anybody reads, and no others", async () => {
    const reply = await house.anyone.fetch("/log/checkpoint");
    expect(reply.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(reply.headers.get("cache-control")).toBe("public, max-age=5");
    const size = Number((await reply.text()).split("\n")[1]);
    const tile = await house.anyone.fetch(`/log/tile/0/000.p/${size}`);
    expect([tile.status, tile.headers.get("content-type")]).toEqual([
      200,
      "application/octet-stream",
    ]);
    expect(tile.headers.get("cache-control")).toContain("immutable");
    for (const path of [
      "",
      "tile/0/001",
      "../keys/signing-keys.json",
      "..%2fkeys%2fsigning-keys.json",
      "tile/0/../../checkpoint.draft",
      "keys",
    ])
      // prettier-ignore
      expect((await house.anyone.fetch(`/log/${path}`)).status, path).toBe(404);
  });

  it("is looked at by a witness over its files alone, who signs what has grown", async () => {
    const folder = `${house.folder}/witness`;
    const witness = await openWitness({ folder, name: "uni.example/w1", logs: await keys() });
    const read = filesAt(`${house.origin}/log`);
    expect((await pull(witness, { folder, read })).status).toBe(200);
    const { index } = await logged(house);
    expect((await pull(witness, { folder, read })).status).toBe(200);
    const [log] = await keys();
    expect(witness.seen(log?.name ?? "")?.size).toBe(index + 1);
  });

  it("stands still, and says so, once its store was put back to an earlier day", async () => {
    const { log } = house.server.deps.store;
    const tail = await log.tail();
    const shown = await text("/log/checkpoint");
    if (!tail) throw new Error("the log has no end");
    const earlier = { ...tail.value, size: tail.value.size - 1 };
    await house.server.deps.store.commit([log.append(earlier, tail.revision, [])]);
    await house.server.worker.settled();
    const lines = house.lines.filter((line) => line.includes(LogBroken.name));
    expect(lines.length).toBeGreaterThan(0);
    expect(await text("/log/checkpoint")).toBe(shown);
  });
});
