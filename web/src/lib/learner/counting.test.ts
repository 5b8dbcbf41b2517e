import { expect, it } from "vitest";
import { countingFirst } from "./counting.ts";

it("certificates that count come before those that do not, each newest first as the server has them", () => {
  const newestFirst = [
    { id: "e", state: "revoked" },
    { id: "d", state: "valid" },
    { id: "c", state: "expired" },
    { id: "b", state: "valid" },
    { id: "a", state: "suspended" },
  ] as const;
  expect(countingFirst(newestFirst).map(({ id }) => id)).toEqual(["d", "b", "e", "c", "a"]);
});
