import {
  ConditionFailed,
  type Engine,
  type Item,
  type Op,
  TokenReused,
} from "@twiza/storage/engine";
import { expect, test } from "vitest";
import { freshPartition } from "../engines.ts";

const put = (item: Item): Op => ({ op: "put", table: "things", item });

/** All or nothing, once. */
export function transactions(engineOf: () => Engine): void {
  test("a transaction with one failed condition changes nothing and names every operation that failed", async () => {
    const pk = freshPartition();
    await engineOf().put("things", { pk, sk: "there" });
    const refused = engineOf().transact([
      { ...put({ pk, sk: "there", revision: 1 }), condition: { kind: "absent" } },
      put({ pk, sk: "new" }),
      { op: "check", table: "others", key: { pk, sk: "nowhere" }, condition: { kind: "present" } },
    ]);
    await expect(refused).rejects.toMatchObject({ name: "ConditionFailed", failed: [0, 2] });
    expect((await engineOf().query("things", { pk, consistent: true })).items).toEqual([
      { pk, sk: "there" },
    ]);
  });

  test("the same transaction under the same token is done once and answers the same", async () => {
    const pk = freshPartition();
    const token = `token-${pk}`;
    const ops: Op[] = [
      { ...put({ pk, sk: "1", revision: 1 }), condition: { kind: "absent" } },
      put({ pk, sk: "2" }),
    ];
    await engineOf().transact(ops, { token });
    await engineOf().put("things", { pk, sk: "2", later: true });
    const { capacity } = await engineOf().transact(ops, { token });
    // Not 4: of operations that cost the same DynamoDB Local counts only one.
    expect(capacity.write).toBe(0);
    expect(capacity.read).toBeGreaterThanOrEqual(2);
    expect((await engineOf().get("things", { pk, sk: "2" }, { consistent: true })).item).toEqual({
      pk,
      sk: "2",
      later: true,
    });
  });

  test("a token is refused for other operations, and free again when its transaction failed", async () => {
    const pk = freshPartition();
    const token = `token-${pk}`;
    const absent = {
      ...put({ pk, sk: "1" }),
      condition: { kind: "present" },
    } as const satisfies Op;
    await expect(engineOf().transact([absent], { token })).rejects.toThrow(ConditionFailed);
    await engineOf().put("things", { pk, sk: "1" });
    await engineOf().transact([absent], { token: `again-${pk}` });
    const reused = engineOf().transact([put({ pk, sk: "other" })], { token: `again-${pk}` });
    await expect(reused).rejects.toThrow(TokenReused);
    expect(
      (await engineOf().get("things", { pk, sk: "other" }, { consistent: true })).item,
    ).toBeUndefined();
  });

  test("transactions that race for one item leave one winner", async () => {
    const pk = freshPartition();
    const race = await Promise.allSettled(
      Array.from({ length: 12 }, (_, by) =>
        engineOf().transact([
          { ...put({ pk, sk: "prize", by }), condition: { kind: "absent" } },
          put({ pk, sk: `racer-${String(by)}` }),
        ]),
      ),
    );
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { items } = await engineOf().query("things", { pk, consistent: true });
    expect(items.map(({ sk }) => sk)).toEqual(["prize", `racer-${Number(items[0]?.["by"])}`]);
  });
}
