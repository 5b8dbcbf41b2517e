import type { Hash } from "@twiza/contract";
import { expect, it } from "vitest";
import { bodyIn } from "./lesson.ts";

// Branded hashes come from a parser; here they are written by hand.
const pointer = (digit: string) => ({ hash: digit.repeat(64) as Hash, bytes: 1, mediaBytes: 0 });

it("a reader of Tamazight gets Tamazight, else Arabic before French", () => {
  const [ar, fr, zgh] = [pointer("a"), pointer("b"), pointer("c")];
  expect(bodyIn({ bodies: { ar, fr, zgh } }, "zgh")).toBe(zgh.hash);
  expect(bodyIn({ bodies: { ar, fr } }, "zgh")).toBe(ar.hash);
  expect(bodyIn({ bodies: { fr } }, "zgh")).toBe(fr.hash);
});

it("a lesson in the reader's language is never replaced by another", () => {
  const [ar, en] = [pointer("a"), pointer("e")];
  expect(bodyIn({ bodies: { ar, en } }, "en")).toBe(en.hash);
  expect(bodyIn({ bodies: { ar, en } }, "ar")).toBe(ar.hash);
});

it("a lesson comes in the language she chose to read, and without it in that of her app", () => {
  const [ar, fr, wo] = [pointer("a"), pointer("b"), pointer("c")];
  expect(bodyIn({ bodies: { ar, fr, wo } }, "fr", "wo")).toBe(wo.hash);
  expect(bodyIn({ bodies: { ar, fr } }, "fr", "wo")).toBe(fr.hash);
  expect(bodyIn({ bodies: { wo } }, "fr")).toBe(wo.hash);
  expect(bodyIn({ bodies: {} }, "fr", "wo")).toBe("");
});
