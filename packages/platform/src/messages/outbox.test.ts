import { appendFile, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { movableClock } from "../testing/index.ts";
import { outbox } from "./index.ts";

describe("the outbox", () => {
  const clock = movableClock("2026-03-01T08:00:00.000Z");
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "outbox-")), "not-yet-there");
  });
  const to = (n: number) => ({ to: `p${n}@example.ma`, subject: `${n}`, text: "الرمز\nⵜⴰⵏⴳⴰⵍⵜ" });

  test("is empty before anything is sent", async () => {
    expect(await outbox(folder, clock).list()).toEqual([]);
  });

  test("lists the newest first, with its time, also after a restart", async () => {
    await outbox(folder, clock).send(to(1));
    clock.advance(1000);
    await outbox(folder, clock).send(to(2));
    const list = await outbox(folder, clock).list();
    expect(list.map((message) => message.subject)).toEqual(["2", "1"]);
    expect(list[0]).toEqual({ ...to(2), sentAt: "2026-03-01T08:00:01.000Z" });
  });

  test("keeps every message when many are sent at once", async () => {
    const box = outbox(folder, clock);
    await Promise.all(Array.from({ length: 60 }, (_, n) => box.send(to(n))));
    expect(new Set((await box.list()).map((message) => message.subject)).size).toBe(60);
  });

  test("survives a line cut short, and is closed to other users of the machine", async () => {
    const box = outbox(folder, clock);
    await box.send(to(1));
    await appendFile(join(folder, "outbox.jsonl"), '{"to":"x\n');
    await box.send(to(2));
    expect((await box.list()).map((message) => message.subject)).toEqual(["2", "1"]);
    expect((await stat(join(folder, "outbox.jsonl"))).mode & 0o077).toBe(0);
  });
});
