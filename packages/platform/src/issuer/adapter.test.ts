import { describe, expect, test } from "vitest";
import { memoryRecords, movableClock } from "../testing/index.ts";
import { recordsAdapter } from "./adapter.ts";

describe("the issuer's artefacts", () => {
  const clock = movableClock("2026-03-01T08:00:00.000Z");
  const open = recordsAdapter({ records: memoryRecords(clock), clock });
  const exp = () => Math.floor(clock.now().getTime() / 1000) + 60;

  test("a code is consumed once, however many redeem it at once", async () => {
    const codes = open("AuthorizationCode");
    await codes.upsert("c1", { grantId: "g1", exp: exp() }, 60);
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => codes.consume("c1")));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await codes.find("c1")).toHaveProperty("consumed");
  });

  test("revoking a grant ends everything that came from it and nothing else", async () => {
    const [codes, tokens] = [open("AuthorizationCode"), open("AccessToken")];
    await Promise.all([
      codes.upsert("c2", { grantId: "g2" }, 60),
      tokens.upsert("t2", { grantId: "g2" }, 60),
      tokens.upsert("t3", { grantId: "g3" }, 60),
    ]);
    await codes.revokeByGrantId("g2");
    expect(await codes.find("c2")).toBeUndefined();
    expect(await tokens.find("t2")).toBeUndefined();
    expect(await tokens.find("t3")).toMatchObject({ grantId: "g3" });
  });

  test("a session is found by its uid, and what has expired by nothing", async () => {
    const sessions = open("Session");
    await sessions.upsert("s1", { uid: "u1", accountId: "a" }, 60);
    expect(await sessions.findByUid("u1")).toMatchObject({ accountId: "a" });
    clock.advance(60_000);
    expect(await sessions.findByUid("u1")).toBeUndefined();
    expect(await sessions.find("s1")).toBeUndefined();
  });
});
