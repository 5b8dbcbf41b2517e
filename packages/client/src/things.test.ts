import { expect, it } from "vitest";
import { testPhone } from "./testing/phone.ts";
import { EVERYBODY, things } from "./things.ts";

type Sitting = { readonly given: Readonly<Record<string, string>> };
const sittings = things<Sitting>("sitting");
const copies = things<string>("copy");
const hers = { learnerId: "lrn_a", name: "crs_a" };
const give = (item: string) => (before: Sitting | undefined) => ({
  given: { ...before?.given, [item]: "yes" },
});

it("two tabs that change the same thing at once lose neither change", async () => {
  const phone = testPhone();
  const tabs = [phone.open(), phone.open()];
  await Promise.all(
    ["1", "2", "3", "4"].map((item, at) =>
      sittings.change(tabs[at % 2] ?? phone.open(), hers, give(item)),
    ),
  );
  expect(await sittings.read(phone.open(), "lrn_a", "crs_a")).toEqual({
    given: { 1: "yes", 2: "yes", 3: "yes", 4: "yes" },
  });
});

it("another learner on the same phone does not see it", async () => {
  const phone = testPhone().open();
  await sittings.change(phone, hers, give("1"));
  expect(await sittings.read(phone, "lrn_b", "crs_a")).toBeUndefined();
});

it("forgetting a learner's copies leaves her sittings, others' copies and everybody's", async () => {
  const phone = testPhone().open();
  await sittings.change(phone, hers, give("1"));
  for (const learnerId of ["lrn_a", "lrn_b", EVERYBODY])
    await copies.change(phone, { learnerId, name: "x" }, () => learnerId);
  await copies.forget(phone, "lrn_a");
  expect(await copies.read(phone, "lrn_a", "x")).toBeUndefined();
  expect(await copies.read(phone, "lrn_b", "x")).toBe("lrn_b");
  expect(await copies.read(phone, EVERYBODY, "x")).toBe(EVERYBODY);
  expect(await sittings.read(phone, "lrn_a", "crs_a")).toBeDefined();
});

it("a thing that is changed to nothing is gone", async () => {
  const phone = testPhone().open();
  await sittings.change(phone, hers, give("1"));
  expect(await sittings.change(phone, hers, () => undefined)).toBeUndefined();
  expect(await sittings.read(phone, "lrn_a", "crs_a")).toBeUndefined();
});
