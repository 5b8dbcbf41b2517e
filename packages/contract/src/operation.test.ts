import { expect, it } from "vitest";
import * as z from "zod";
import { type OperationName, operations, type What, whats } from "./index.ts";

/** The shape that the edge reads each operation by: the compiler holds every schema to it, here and nowhere else. */
const contents: Readonly<Record<OperationName, What>> = whats;

it("every operation tells what travels, and tells nothing of an operation that is not there", () => {
  expect(Object.keys(contents).sort()).toEqual(Object.keys(operations).sort());
});

it.each(Object.entries(contents))(
  "the parts of %s are schemas, and what it is given is closed",
  (_, what) => {
    const { params, query, body, reply } = what;
    for (const part of [params, query, body, reply])
      if (part) expect(part).toBeInstanceOf(z.ZodType);
    for (const part of [params, query, body])
      expect(part?.safeParse({ nobodyPromised: 1 }).success).not.toBe(true);
  },
);
