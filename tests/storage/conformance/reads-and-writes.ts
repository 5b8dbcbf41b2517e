import { ConditionFailed, type Engine } from "@twiza/storage/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { commands, everything, number, SORT_KEYS, value } from "../arbitraries.ts";
import { freshPartition } from "../engines.ts";
import { compare, openModel } from "../model.ts";
import { moved, runOn, runOnModel, runs, withOneZero } from "../run.ts";

/** What is written is what is read, whatever it is. */
export function readsAndWrites(engineOf: () => Engine): void {
  test("any course of writes, transactions and reads comes to what the plain model says", async () => {
    const property = fc.asyncProperty(commands("ROOT"), async (list) => {
      const model = openModel();
      for (const command of moved([...list, ...everything("ROOT")], freshPartition()))
        expect((await runOn(engineOf(), command)).outcome).toEqual(runOnModel(model, command));
    });
    await fc.assert(property, runs(30));
  });

  test("an item comes back as it was written, empty values, Unicode and odd numbers included", async () => {
    const property = fc.asyncProperty(value, number, async (data, n) => {
      const item = { pk: freshPartition(), sk: "s", data, n };
      await engineOf().put("others", item);
      const { item: back } = await engineOf().get("others", item, { consistent: true });
      expect(back).toEqual({ ...item, n: n === 0 ? 0 : n, data: withOneZero(data) });
    });
    await fc.assert(property, runs(60));
  });

  test("sort keys order by the bytes of UTF-8 in both directions", async () => {
    const pk = freshPartition();
    for (const sk of SORT_KEYS) await engineOf().put("others", { pk, sk });
    const up = (await engineOf().query("others", { pk })).items.map(({ sk }) => sk);
    const down = (await engineOf().query("others", { pk, descending: true })).items;
    expect(up).toEqual([...SORT_KEYS].sort(compare));
    expect(down.map(({ sk }) => sk)).toEqual(up.toReversed());
  });

  test("more than a hundred keys are read at once, in the order asked, those twice that are asked for twice", async () => {
    const pk = freshPartition();
    const all = Array.from({ length: 230 }, (_, at) => ({
      table: "others",
      key: { pk, sk: `s${String(at)}` },
    }));
    for (const { key } of all.slice(0, 110)) await engineOf().put("others", key);
    const asked = [...all.toReversed(), ...all.slice(0, 3)];
    const { items } = await engineOf().batchGet(asked, { consistent: true });
    expect(items).toEqual(
      asked.map(({ key }) => (Number(key.sk.slice(1)) < 110 ? key : undefined)),
    );
  });

  test("an index holds an item only while the item has both of the index's keys", async () => {
    const pk = freshPartition();
    const held = async () => (await engineOf().query("things", { index: "whole", pk })).items;
    const states = [{ wholeKey: pk }, { wholeSort: "1" }, { wholeKey: pk, wholeSort: "1" }, {}];
    const seen: number[] = [];
    for (const state of states) {
      await engineOf().put("things", { pk, sk: "s", ...state });
      seen.push((await held()).length);
    }
    expect(seen).toEqual([0, 0, 1, 0]);
  });

  test("a condition on the revision fails for an item that is missing or has none", async () => {
    const key = { pk: freshPartition(), sk: "s" };
    const condition = { kind: "revision", is: 1 } as const;
    await expect(engineOf().put("others", key, condition)).rejects.toThrow(ConditionFailed);
    await engineOf().put("others", key);
    await expect(engineOf().delete("others", key, condition)).rejects.toThrow(ConditionFailed);
    await engineOf().put("others", { ...key, revision: 1 });
    await engineOf().put("others", { ...key, revision: 2 }, condition);
    await expect(engineOf().put("others", { ...key, revision: 2 }, condition)).rejects.toThrow(
      ConditionFailed,
    );
  });
}
