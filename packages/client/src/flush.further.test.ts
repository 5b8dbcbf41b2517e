import { expect, it } from "vitest";
import { flusher } from "./flush.ts";
import { append } from "./outbox.ts";
import { standingOf } from "./standing.ts";
import { batchServer } from "./testing/batch-server.ts";
import { answered } from "./testing/happenings.ts";
import { testPhone } from "./testing/phone.ts";

const LEARNER = "lrn_a";

it("ten thousand entries are sent with as many reads and writes as ten times a thousand", async () => {
  const rounds = async (count: number) => {
    const { database, ...rest } = testPhone().open();
    let operations = 0;
    const counted: typeof database = {
      ...database,
      run: (mode, kinds, work) =>
        database.run(mode, kinds, (tx) =>
          work({
            get: (...all) => ((operations += 1), tx.get(...all)),
            put: (...all) => ((operations += 1), tx.put(...all)),
            drop: (...all) => ((operations += 1), tx.drop(...all)),
            count: (...all) => ((operations += 1), tx.count(...all)),
            list: async (...all) => {
              const found = await tx.list(...all);
              operations += 1 + found.length;
              return found;
            },
          }),
        ),
    };
    const phone = { ...rest, database: counted };
    for (let n = 0; n < count; n++) await append(phone, answered(n));
    await flusher(phone, batchServer().post)(LEARNER);
    expect((await standingOf(phone, LEARNER)).waiting).toBe(0);
    return operations / count;
  };
  const [small, large] = [await rounds(1000), await rounds(10_000)];
  expect(large).toBeLessThan(small * 1.05);
}, 60_000);
