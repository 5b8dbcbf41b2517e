import { expect, it } from "vitest";
import { matches } from "./find.ts";

it.each([
  ["Fatima Aït Ali", "ait", true],
  ["Fatima Aït Ali", "fat ali", true],
  ["Fatima Aït Ali", "tima", false],
  ["أمينة الزهرة", "امينه", true],
  ["ليلى بنعلي", "ليلي", true],
  ["فَاطِمَة", "فاطمة", true],
  ["ⴼⴰⴹⵎⴰ", "ⴼⴰ", true],
  ["Khadija", "", true],
  ["Khadija", "Fatima", false],
])("%s is found by “%s”: %s", (name, sought, isFound) =>
  expect(matches(name, sought)).toBe(isFound),
);
