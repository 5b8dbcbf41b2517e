import type { AttemptResult } from "@twiza/contract";
import { expect, it } from "vitest";
import { flusher } from "./flush.ts";
import { handInOf, momentOn } from "./hand-in.ts";
import { append } from "./outbox.ts";
import type { Post } from "./post.ts";
import { receipts, retry } from "./receipts.ts";
import { handedIn } from "./testing/happenings.ts";
import { testPhone } from "./testing/phone.ts";

const [LEARNER, ATTEMPT] = ["lrn_a", "att_1"];
// The phone keeps an outcome without looking into it.
const OUTCOME = { state: "graded", percent: 80 } as AttemptResult;
const posting = (handIn: Post["handIn"]): Post => ({
  record: () => Promise.reject(new Error("nothing else was done")),
  handIn,
});
const refusing = posting(() =>
  Promise.reject(Object.assign(new Error("refused"), { code: "ticket.forged" })),
);

it("a test that was handed in waits, and then has the outcome that the server gave", async () => {
  const phone = testPhone().open();
  expect(await handInOf(phone, LEARNER, ATTEMPT)).toBeUndefined();
  await append(phone, handedIn());
  expect(await handInOf(phone, LEARNER, ATTEMPT)).toEqual({ state: "waiting" });
  await flusher(
    phone,
    posting(() => Promise.resolve({ outcome: OUTCOME })),
  )("lrn_a");
  expect(await handInOf(phone, LEARNER, ATTEMPT)).toMatchObject({ result: "ok", outcome: OUTCOME });
});

it("a handing in that was refused says by which code, and waits again once it is sent anew", async () => {
  const phone = testPhone().open();
  await append(phone, handedIn());
  await flusher(phone, refusing)("lrn_a");
  expect(await handInOf(phone, LEARNER, ATTEMPT)).toMatchObject({
    result: "refused",
    code: "ticket.forged",
  });
  const [receipt] = await receipts(phone, "lrn_a", "refused");
  if (receipt) await retry(phone, receipt);
  expect(await handInOf(phone, LEARNER, ATTEMPT)).toEqual({ state: "waiting" });
});

it("another attempt and another learner have a handing in of their own", async () => {
  const phone = testPhone().open();
  await append(phone, handedIn());
  expect(await handInOf(phone, LEARNER, "att_2")).toBeUndefined();
  expect(await handInOf(phone, "lrn_b", ATTEMPT)).toBeUndefined();
});

it("the moment of a phone never runs back behind what it has claimed", async () => {
  const phone = testPhone().open();
  const { at } = await append(phone, handedIn());
  expect(Date.parse(await momentOn(phone))).toBeGreaterThanOrEqual(Date.parse(at));
});
