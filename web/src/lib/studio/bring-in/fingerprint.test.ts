import { expect, it } from "vitest";
import { fingerprintOf } from "./fingerprint.ts";
import type { Reading } from "./reading.ts";

const reading = (title: string): Reading => ({
  title,
  lessons: [{ title, blocks: [] }],
  report: [],
});
const file = (size: number, last: number): Blob => {
  const bytes = new Uint8Array(size);
  bytes[size - 1] = last;
  return new Blob([bytes]);
};

it("the same file is the same document, another byte or another reading of it is another", async () => {
  const size = 2 ** 21 + 3;
  const all = await Promise.all([
    fingerprintOf(file(size, 1), reading("a")),
    fingerprintOf(file(size, 1), reading("a")),
    fingerprintOf(file(size, 2), reading("a")),
    fingerprintOf(file(size, 1), reading("b")),
  ]);
  expect(all[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(all[1]).toBe(all[0]);
  expect(new Set(all).size).toBe(3);
});

it("where the browser hashes nothing, as over plain HTTP, a document is known all the same", async () => {
  const [one, same, other] = await Promise.all(
    [1, 1, 2].map((last) => fingerprintOf(file(900, last), reading("a"), {})),
  );
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});
