import { beforeEach, describe, expect, test } from "vitest";
import { memoryRecords, movableClock } from "../testing/index.ts";
import { remember, spend, TRANSACTION_SECONDS } from "./transaction.ts";

describe("a sign-in under way", () => {
  const leaving = {
    state: "s",
    nonce: "n",
    verifier: "v",
    returnTo: "/courses",
    language: "zgh",
  } as const;
  let clock: ReturnType<typeof movableClock>;
  let records: ReturnType<typeof memoryRecords>;
  let transaction: string;
  beforeEach(async () => {
    clock = movableClock("2026-03-01T08:00:00.000Z");
    records = memoryRecords(clock);
    transaction = await remember({ records, clock }, leaving);
  });
  const back = (state = "s") => spend({ records }, { transaction, state });

  test("is spent once, one after another", async () => {
    expect(await back()).toMatchObject(leaving);
    await expect(back()).rejects.toMatchObject({ code: "sign_in.expired" });
  });

  test("is spent once, all at the same time", async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => back()));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("is not spent by a foreign state", async () => {
    await expect(back("other")).rejects.toMatchObject({ code: "request.forged" });
    await expect(back()).resolves.toMatchObject(leaving);
  });

  test("is forgotten after ten minutes", async () => {
    clock.advance(TRANSACTION_SECONDS * 1000);
    await expect(back()).rejects.toMatchObject({ code: "sign_in.expired" });
  });

  test("cannot be finished by who reads the table", async () => {
    expect(transaction).toMatch(/^[\w-]{43}$/);
    expect(await records.read("signin.transaction", transaction)).toBeUndefined();
  });
});
