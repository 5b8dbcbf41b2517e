import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainTextOf } from "../compose/rich-text.ts";
import { oneLine } from "../flow/one-line.ts";
import type { ImportedQuestion } from "../imported.ts";
import { plainQuestion } from "../testing/generated.ts";
import { shown, told } from "../testing/plain.ts";
import { isHeld, readAiken, type Reading, writeAiken } from "./index.ts";

const blocksIn = ({ lessons }: Reading) => lessons.flatMap(({ blocks }) => blocks);

/** A question as Aiken can say it: on single lines, without what is said to its answers. */
const onLines = ({ prompt, options }: ImportedQuestion): ImportedQuestion => ({
  kind: "question",
  question: "choice",
  prompt: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: oneLine(plainTextOf(prompt)) }] }] }, // prettier-ignore
  options: options.map(({ id, text, right }) => ({ id, text: oneLine(text), right })),
});

it("questions of one right answer that go out as Aiken come back the same, and others stay", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plainQuestion, { minLength: 1, maxLength: 4 }), async (questions) => {
      const held = questions.filter((question) => isHeld("aiken", question));
      fc.pre(held.length > 0);
      expect(blocksIn(await readAiken(writeAiken(questions)))).toEqual(held.map(onLines));
    }),
    { numRuns: 60 },
  );
});

describe("Aiken as people write it", () => {
  it("several lines of question, brackets and points, empty lines, Arabic, and lines of Windows", async () => {
    const reading = await readAiken(
      `\uFEFF
B) Deux sacs.
Combien pèsent-ils ?

A. 1 kg
B) 2 kg
   net

C.3 kg
ANSWER: B
ما ثمن الملح؟
A) عشرة
B) عشرون
answer: A
`.replaceAll("\n", "\r\n"),
    );
    expect(blocksIn(reading).map(shown)).toEqual([
      "? choice: B) Deux sacs.\nCombien pèsent-ils ?\n( ) 1 kg\n(x) 2 kg\nnet\n( ) 3 kg",
      "? choice: ما ثمن الملح؟\n(x) عشرة\n( ) عشرون",
    ]);
    expect(told(reading.report)).toEqual([]);
  });

  it("what is no question is told with its line, and all others come", async () => {
    const reading = await readAiken(`Sans réponse ?
A. a
B. b

Deux ?
A. a
B. b
ANSWER: C

ANSWER: A
Seul ?
A. a
ANSWER: A
Trois ?
A. a
B. b
ANSWER: A

Sans fin ?
A. a
B. b`);
    expect(blocksIn(reading).map(shown)).toEqual(["? choice: Trois ?\n(x) a\n( ) b"]);
    expect(told(reading.report)).toEqual([
      ["question.broken", { words: "Sans réponse ?", line: 4 }],
      ["question.no_right", { words: "Deux ? a b" }],
      ["question.broken", { words: "", line: 10 }],
      ["question.options", { words: "Seul ? a", count: 1 }],
      ["question.broken", { words: "Sans fin ?", line: 21 }],
    ]);
    expect(reading.report.at(-1)?.where.paragraph).toBe(19);
  });

  it.each([
    ["nothing to read", () => readAiken("\n\n"), "questions.none"],
    ["too many questions", () => readAiken("a\nA. b\nB. c\nANSWER: A\n".repeat(5001)), "questions.too_many"], // prettier-ignore
  ])("%s is refused", async (_, reading, code) => {
    await expect(reading()).rejects.toThrow(code);
  });

  it.each([
    ["options", `a\n${"A. b\n".repeat(50_000)}`],
    ["answers", "ANSWER: A\n".repeat(4000)],
    ["a line", "a".repeat(1_000_000)],
  ])("%s without end end", async (_, text) => {
    await expect(readAiken(text)).resolves.toBeDefined();
  });
});
