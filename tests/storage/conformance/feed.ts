import { type Change, ConditionFailed, type Engine, InvalidRead } from "@twiza/storage/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { transaction } from "../arbitraries.ts";
import { freshPartition } from "../engines.ts";
import { openModel } from "../model.ts";
import { moved, runs } from "../run.ts";

/** The change feed. */
export function feed(engineOf: () => Engine): void {
  test("the feed tells every change of an item once, in order, and nothing that changed nothing", async () => {
    const property = fc.asyncProperty(
      fc.array(transaction("ROOT"), { minLength: 4, maxLength: 12 }),
      async (list) => {
        const model = openModel();
        const { next: start } = await drain(engineOf());
        for (const ops of moved(list, freshPartition())) {
          model.transact(ops);
          await engineOf()
            .transact(ops)
            .catch((error: unknown) => {
              if (!(error instanceof ConditionFailed)) throw error;
            });
        }
        const { records } = await drain(engineOf(), start);
        expect(byItem(records.map(({ id: _, ...change }) => change))).toEqual(byItem(model.feed));
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      },
    );
    await fc.assert(property, runs(12));
  });

  test("a consumer goes on where it stopped, in steps as small as it likes", async () => {
    const pk = freshPartition();
    let { next } = await drain(engineOf());
    for (const revision of [1, 2, 3, 4, 5])
      await engineOf().put("things", { pk, sk: "s", revision });
    const seen: unknown[] = [];
    for (let step = 0; step < 5; step += 1) {
      const page = await engineOf().changes("things", next, 1);
      seen.push(...page.records.map(({ after }) => after?.["revision"]));
      next = page.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await engineOf().changes("things", next)).records).toEqual([]);
  });

  test("a table without a stream has no feed", async () => {
    await expect(engineOf().changes("others")).rejects.toThrow(InvalidRead);
  });
}

async function drain(engine: Engine, after?: string): Promise<{ records: Change[]; next: string }> {
  const records: Change[] = [];
  for (let next = after; ;) {
    const page =
      next === undefined ? await engine.changes("things") : await engine.changes("things", next);
    records.push(...page.records);
    next = page.next;
    if (page.records.length === 0) return { records, next };
  }
}

/** Order is promised for each item, not between items. */
const byItem = (changes: readonly Omit<Change, "id">[]) =>
  Object.groupBy(changes, ({ key }) => JSON.stringify(key));
