import { describe, expect, expectTypeOf, it } from "vitest";
import { Problem } from "./problem.ts";
import { REFUSALS, type RefusalCode, statusOf } from "./refusal.ts";
import { whats } from "./index.ts";
import { operations } from "./where.ts";

const CODES = Object.entries(REFUSALS);

describe("the table of refusals", () => {
  it.each(CODES)("%s travels as %i, a no of HTTP", (code, status) => {
    expect(Number.isInteger(status)).toBe(true);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(code).toMatch(/^[a-z_]+(\.[a-z_]+)?$/);
  });

  it("only what a retry may mend blames the server", () => {
    expect(CODES.filter(([, status]) => status >= 500)).toEqual([
      ["busy", 503],
      // Once the operator has mended it.
      ["paper.unavailable", 503],
    ]);
  });

  it("a missing thing and a foreign one are the same answer: 404 is said of no thing in particular", () => {
    expect(statusOf("not_found")).toBe(404);
    expect(CODES.filter(([code, status]) => status === 404 && code !== "not_found")).toEqual([
      // The log is anybody's: that it has no such form tells of nobody.
      ["log.unknown", 404],
    ]);
  });

  it("gives every code a status by type: a new code cannot be without", () => {
    expectTypeOf(statusOf).parameter(0).toEqualTypeOf<RefusalCode>();
    expectTypeOf(statusOf).returns.toEqualTypeOf<number>();
    expectTypeOf<string>().not.toExtend<RefusalCode>();
  });

  it("names each refusal that an operation declares", () => {
    const declared = Object.values(whats).flatMap((what) =>
      "refusals" in what ? what.refusals : [],
    );
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((code) => !Object.hasOwn(REFUSALS, code))).toEqual([]);
  });
});

describe("problem details", () => {
  const problem = { type: "about:blank", title: "No", status: 404, requestId: "r" };

  it("carry any refusal, or internal", () => {
    for (const code of [...Object.keys(REFUSALS), "internal"])
      expect(Problem.safeParse({ ...problem, code }).success).toBe(true);
  });

  it("carry no other code and nothing else", () => {
    for (const code of ["teapot", "__proto__", "toString", ""])
      expect(Problem.safeParse({ ...problem, code }).success).toBe(false);
    expect(Problem.safeParse({ ...problem, code: "busy", stack: "at x" }).success).toBe(false);
  });
});

describe("operations", () => {
  it("have a what for each where", () => {
    expect(Object.keys(whats).sort()).toEqual(Object.keys(operations).sort());
  });

  it("have each id, and each path with its method, once", () => {
    const all = Object.values(operations);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
  });
});
