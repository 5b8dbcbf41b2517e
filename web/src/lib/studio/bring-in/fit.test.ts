import type { RichNode } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "./figures.ts";
import { fitted, sizeOf } from "./fit.ts";
import type { Line, ReadBlock, Reading } from "./reading.ts";

const KIB = 1024;
const words = (count: number) => ({ type: "text" as const, text: "ع".repeat(count) });
const paragraph = (texts: number, size: number): RichNode => ({
  type: "paragraph",
  content: Array.from({ length: texts }, () => words(size)),
});
const list = (items: number, paragraphs: number, size: number): RichNode => ({
  type: "bulletList",
  content: Array.from({ length: items }, () => ({
    type: "listItem",
    content: Array.from({ length: paragraphs }, () => ({ type: "paragraph", content: [words(size)] })), // prettier-ignore
  })),
});
const text = (...content: RichNode[]): ReadBlock => ({ kind: "text", doc: { type: "doc", content } }); // prettier-ignore
const table = (rows: number, size: number): ReadBlock => ({
  kind: "table",
  head: ["a", "b"],
  numeric: [false, false],
  rows: Array.from({ length: rows }, (_, at) => [`${at}`, "ع".repeat(size)]),
});
const line = (lesson: number, block?: number): Line => ({
  what: "skipped",
  code: "footnote.skipped",
  detail: {},
  where: { lesson, paragraph: 1, words: "x", ...(block !== undefined && { block }) },
});
const reading = (lessons: readonly (readonly ReadBlock[])[], report: Line[] = []): Reading => ({
  title: "Le sel",
  lessons: lessons.map((blocks, at) => ({ title: `L${at}`, blocks })),
  report,
});
const all = ({ lessons }: Reading): ReadBlock[] => lessons.flatMap(({ blocks }) => blocks);
const letters = (blocks: readonly ReadBlock[]): string =>
  blocks
    .map((block) => (block.kind === "table" ? block.rows.flat().join("") : wordsOf(block)))
    .join("")
    .replaceAll(" ", "");

describe("what one request and one lesson cannot hold", () => {
  it("stays as it is where there is room", () => {
    const small = reading([[text(paragraph(2, 9)), table(3, 9)]], [line(0, 1)]);
    expect(fitted(small)).toEqual(small);
  });

  const node = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4000 })).map(([n, size]) => paragraph(n, size)), // prettier-ignore
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4000 })).map(([n, m, size]) => list(n, m, size)), // prettier-ignore
  );
  const block = fc.oneof(
    fc.array(node, { minLength: 1, maxLength: 3 }).map((nodes) => text(...nodes)),
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 400 })).map(([rows, size]) => table(rows, size)), // prettier-ignore
  );
  it("is parted, and not a letter is lost or moved", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(block, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        (lessons) => {
          const before = reading(lessons);
          const after = fitted(before);
          expect(letters(all(after))).toBe(letters(all(before)));
          for (const each of all(after)) expect(sizeOf(each)).toBeLessThanOrEqual(40 * KIB);
          for (const { blocks } of after.lessons)
            expect(blocks.reduce((sum, each) => sum + sizeOf(each), 0)).toBeLessThanOrEqual(112 * KIB); // prettier-ignore
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is told, and what the report says of the rest leads to its new place", () => {
    const big = text(paragraph(9, 2000));
    const before = reading([[text(paragraph(1, 1))], [big, big, big, big, text(paragraph(1, 1))]], [line(0, 0), line(1, 0), line(1, 4), line(1)]); // prettier-ignore
    const { lessons, report } = fitted(before);
    expect(lessons.map(({ title }) => title)).toEqual(["L0", "L1", "L1 (2)"]);
    const places = report.map(({ where }) => [where.lesson, where.block]);
    expect(places.slice(0, 4)).toEqual([[0, 0], [1, 0], [2, (lessons[2]?.blocks.length ?? 0) - 1], [1, undefined]]); // prettier-ignore
    expect(report[4]).toMatchObject({ code: "lesson.split", where: { lesson: 1 } });
  });
});
