import { expect, test } from "vitest";
import { AFRICA, isReachable } from "./countries.ts";

test.each([
  "+212612345678",
  "+213551234567",
  "+22177123456",
  "+27821234567",
  "+201001234567",
  "fatima@example.ma",
  "fatima@example.fr",
])("a code may go to %s", (contact) => {
  expect(isReachable(contact, AFRICA)).toBe(true);
});

test.each([
  "+33612345678",
  "+12025550123",
  "+2471234567",
  "+290123456789",
  "+2971234567",
  "+8821234567890",
  "+9791234567890",
])("no code goes to %s: not where our cooperatives are", (contact) => {
  expect(isReachable(contact, AFRICA)).toBe(false);
});

test("the 54 countries stand there once, and none stands in the way of another", () => {
  expect(AFRICA).toHaveLength(54);
  for (const code of AFRICA)
    expect(AFRICA.filter((other) => other.startsWith(code))).toEqual([code]);
});
