import { describe, expect, test } from "vitest";
import { safeReturnTo } from "./return-to.ts";

describe("where a person goes back to", () => {
  test.each(["/", "/courses/a?b=c#d", "/درس/1", "/a//b", "/?next=https://evil.example"])(
    "stays %s",
    (path) => {
      expect(safeReturnTo(path)).toBe(path);
    },
  );

  test.each([
    "",
    "courses",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/a\\b",
    "/\t/evil.example",
    "/\n/evil.example",
    " /a",
    "/a b",
    "/\u0000",
    "https://evil.example/",
    "https:/evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/.//evil.example",
    "/%2e%2e//evil.example",
    `/${"a".repeat(2000)}`,
  ])("is never another site: %j", (path) => {
    expect(safeReturnTo(path)).toBeUndefined();
  });
});
