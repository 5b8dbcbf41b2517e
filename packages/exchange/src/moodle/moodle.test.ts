import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportedQuestion } from "../imported.ts";
import { isHeld } from "../questions/held.ts";
import { shownQuestion } from "../testing/generated.ts";
import { shown, told } from "../testing/plain.ts";
import { PNG } from "../testing/files.ts";
import { ExchangeFault, type Reading, readMoodle, writeMoodle } from "./index.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const blocksIn = ({ lessons }: Reading) => lessons.flatMap(({ blocks }) => blocks);

/** What Moodle has a place for: nothing is said to an answer of a match or of an order. */
function held(question: ImportedQuestion): ImportedQuestion {
  const { question: kind, options } = question;
  const isMute = kind === "match" || kind === "order";
  return {
    ...question,
    options: options.map(({ feedback, ...option }) => ({
      ...option,
      ...(feedback !== undefined && !isMute && { feedback }),
    })),
  };
}

const bank = fc
  .array(shownQuestion, { minLength: 1, maxLength: 4 })
  .map((all) => all.filter((question) => isHeld("moodle", question)))
  .filter((all) => all.length > 0);

it("questions that go out to Moodle come back the same, but for what is said to an answer of a match or an order", async () => {
  await fc.assert(
    fc.asyncProperty(bank, async (questions) => {
      const reading = await readMoodle(bytesOf(writeMoodle(questions)));
      expect(blocksIn(reading)).toEqual(questions.map(held));
    }),
    { numRuns: 100 },
  );
});

const png = btoa(String.fromCharCode(...PNG));
const quiz = (...questions: readonly string[]): Uint8Array =>
  bytesOf(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join("\n")}\n</quiz>`);
const question = (type: string, asked: string, inside: string): string =>
  `<question type="${type}"><name><text>Q ${type}</text></name><questiontext format="html"><text><![CDATA[${asked}]]></text></questiontext>${inside}</question>`;
const answer = (fraction: string, text: string, said = ""): string =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${said}</text></feedback></answer>`;
const lessonsIn = ({ lessons }: Reading) =>
  lessons.map(({ title, blocks }) => [title, ...blocks.map(shown)]);

describe("a bank as Moodle writes it", () => {
  it("comes in by category, of every kind that is ours, with hints, units, weights and pictures", async () => {
    const reading = await readMoodle(
      quiz(
        "<!-- question: 0 --><question type='category'><category><text>$course$/top/Peser//vendre</text></category></question>",
        `<question type="multichoice"><name><text>Le sel</text></name><questiontext format="html"><text><![CDATA[<p>Le <b>sel</b> ?</p><p><img src="@@PLUGINFILE@@/le%20sac.png" alt="Un sac" /></p>]]></text><file name="le sac.png" path="/" encoding="base64">${png}</file></questiontext><generalfeedback format="html"><text>Voilà.</text></generalfeedback><single>true</single>${answer("100", "1 kg", "Oui.")}${answer("50", "900 g")}${answer("0", "10 g")}<hint format="html"><text>Pesez.</text></hint><hint format="html"><text>Encore.</text></hint><tags><tag><text>x</text></tag></tags></question>`,
        question("multichoice", "Lesquels ?", `<single>false</single>${answer("50", "a")}${answer("50", "b")}${answer("-100", "c")}`),
        question("truefalse", "Il sèche ?", `${answer("100", "true", "Oui")}${answer("0", "false", "Si")}`),
        question("shortanswer", "Capitale ?", `${answer("100", "Rabat")}${answer("0", "Fès", "Jadis.")}${answer("0", "*", "Non.")}`),
        question("numerical", "Prix ?", answer("100", "18,5").replace("</answer>", "<tolerance>0.5</tolerance></answer>") + "<units><unit><multiplier>1</multiplier><unit_name>DH</unit_name></unit></units>"),
        question("matching", "Reliez.", '<subquestion format="html"><text>un</text><answer><text>1</text></answer></subquestion><subquestion format="html"><text>deux</text><answer><text>2</text></answer></subquestion><subquestion format="html"><text></text><answer><text>3</text></answer></subquestion>'),
        question("ordering", "Rangez.", `<gradingtype>ABSOLUTE_POSITION</gradingtype>${answer("2.0000000", "b")}${answer("1.0000000", "a")}`),
        question("cloze", "<p>Le {1:MULTICHOICE:=sel#Oui&#33;~%50%sable~eau\\}} pèse {2:NUMERICAL:=7:0.5} et {1:SA:%100%kilo~=kg~*#Non}.</p>", ""),
        question("gapselect", "Le [[2]] et [[1]].", "<selectoption><text>eau</text><group>1</group></selectoption><selectoption><text>sel</text><group>1</group></selectoption>"),
        question("description", "À lire.", ""),
        question("essay", "Racontez.", ""),
        question("ddmarker", "Où ?", ""),
        question("cloze", "Tous {1:MULTIRESPONSE:=a~=b}", ""),
      ), // prettier-ignore
    );
    expect(lessonsIn(reading)).toMatchInlineSnapshot(`
      [
        [
          "Peser/vendre",
          "? choice: Le **sel** ?
      <le sac.png> Un sac
      ? Pesez.
      (x) 1 kg // Oui.
      ( ) 900 g
      ( ) 10 g
      // Voilà.",
          "? multiple in parts: Lesquels ?
      (x) a
      (x) b
      ( ) c",
          "? truefalse: Il sèche ?
      (x) ✓ // Oui
      ( ) ✗ // Si",
          "? short: Capitale ?
      (x) Rabat
      ( ) Fès // Jadis.",
          "? number: Prix ?
      = 18.5 ± 0.5 DH",
          "? match in parts: Reliez.
      (x) un -> 1
      (x) deux -> 2",
          "? order in parts: Rangez.
      (x) a
      (x) b",
          "? cloze in parts: Le [[a]] pèse [[b]] et [[c]].
      (x) [a] sel // Oui!
      ( ) [a] sable
      ( ) [a] eau}
      (x) [b] 7
      (x) [c] kilo
      (x) [c] kg",
          "? cloze in parts: Le [[a]] et [[b]].
      ( ) [a] eau
      (x) [a] sel
      (x) [b] eau
      ( ) [b] sel",
          "À lire.",
          "? open: Racontez.",
        ],
      ]
    `);
    expect(told(reading.report)).toMatchInlineSnapshot(`
      [
        [
          "question.tip_dropped",
          {
            "words": "Encore.",
          },
        ],
        [
          "question.weight_dropped",
          {
            "count": 2,
          },
        ],
        [
          "question.pattern_dropped",
          {
            "words": "* Non.",
          },
        ],
        [
          "question.pair_dropped",
          {
            "words": "3",
          },
        ],
        [
          "question.tolerance_dropped",
          {
            "words": "7:0.5",
          },
        ],
        [
          "question.pattern_dropped",
          {
            "words": "* Non",
          },
        ],
        [
          "question.kind",
          {
            "kind": "ddmarker",
            "words": "Q ddmarker",
          },
        ],
        [
          "question.kind",
          {
            "kind": "cloze MULTIRESPONSE",
            "words": "Q cloze",
          },
        ],
      ]
    `);
    const [first] = blocksIn(reading);
    expect(first?.kind === "question" && first.picture?.alt).toBe("Un sac");
    expect(first?.kind === "question" && first.picture?.image.bytes).toEqual(Uint8Array.from(PNG));
    expect(reading.report.find(({ code }) => code === "question.kind")?.where.words).toBe(
      "Q ddmarker",
    );
  });

  it("what those who mark an essay are told is what to look for where it is a list, and else the answer of its author", async () => {
    const told_ = (html: string) => question("essay", "Racontez.", `<graderinfo format="html"><text><![CDATA[${html}]]></text></graderinfo>`); // prettier-ignore
    const reading = await readMoodle(quiz(told_("<ul><li>le sel</li><li>le seau</li></ul>"), told_("<p>On sale.</p>"))); // prettier-ignore
    expect(blocksIn(reading)).toMatchObject([
      { question: "open", options: [{ text: "le sel", right: false }, { text: "le seau" }] },
      { question: "open", options: [], feedback: "On sale." },
    ]);
  });
});

const faultOf = async (reading: Promise<Reading>) => {
  const error: unknown = await reading.catch((fault: unknown) => fault);
  return error instanceof ExchangeFault ? error.code : error;
};

describe("a bank of anybody's", () => {
  it.each<[string, Uint8Array, string]>([
    ["an entity that reads a file", bytesOf('<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question>&x;</question></quiz>'), "xml.doctype"], // prettier-ignore
    ["entities that laugh", bytesOf(`<!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(99)}">]><quiz>&b;</quiz>`), "xml.doctype"], // prettier-ignore
    ["an entity that nobody declared", quiz("<question>&nbsp;</question>"), "xml.malformed"],
    ["elements without end", quiz("<question>".repeat(300)), "xml.too_deep"],
    ["elements by the hundred thousand", bytesOf(`<quiz><question>${"<a/>".repeat(300_000)}</question></quiz>`), "xml.too_large"], // prettier-ignore
    ["more than anybody asks", quiz("<question/>".repeat(5001)), "questions.too_many"],
    ["thirty-three megabytes", new Uint8Array(33 * 2 ** 20), "file.too_large"],
    ["something else", bytesOf("<html><body/></html>"), "questions.none"],
    ["no questions", quiz(), "questions.none"],
    ["half of a file", quiz(question("truefalse", "x", "")).subarray(0, 90), "xml.malformed"],
  ])("%s is refused", async (_, bytes, code) => {
    expect(await faultOf(readMoodle(bytes))).toBe(code);
  });

  it("twenty megabytes of text in one question are that question's loss", async () => {
    const reading = await readMoodle(
      quiz(question("shortanswer", "x", answer("100", "a".repeat(20e6))), question("shortanswer", "y", answer("100", "b"))), // prettier-ignore
    );
    expect(lessonsIn(reading)).toEqual([["", expect.stringContaining("? short: x"), "? short: y\n(x) b"]]); // prettier-ignore
    expect(told(reading.report).map(([code]) => code)).toContain("question.shortened");
  });

  it("what is no question in it costs only itself", async () => {
    const reading = await readMoodle(
      quiz(
        question("__proto__", "a", ""),
        question("constructor", "b", ""),
        question("multichoice", "c", "<single>true</single>"),
        question("multichoice", "d", answer("NaN", "x") + answer("1e400", "y")),
        question("numerical", "e", answer("100", "1e400")),
        question("numerical", "f", answer("100", "NaN")),
        question("numerical", "g", answer("100", "3").replace("</answer>", "<tolerance>1e400</tolerance></answer>")), // prettier-ignore
        question("matching", "h", '<subquestion><text>a</text><answer><text>b</text></answer></subquestion>'), // prettier-ignore
        question("ordering", "i", answer("1", "a")),
        question("cloze", "j {1:MULTICHOICE:a~b", ""),
        question("cloze", `k ${"{1:SA:=a}".repeat(9)}`, ""),
        question("multichoice", "l", Array.from({ length: 41 }, (_, at) => answer(at === 0 ? "100" : "0", `o${at}`)).join("")), // prettier-ignore
        "<question/>",
        question("truefalse", "<b>".repeat(110_000), answer("100", "true")),
        question("shortanswer", "", answer("100", "b")),
        question("truefalse", "Reste ?", answer("100", "true") + answer("0", "false")),
      ),
    );
    expect(lessonsIn(reading)).toEqual([["", "? truefalse: Reste ?\n(x) ✓\n( ) ✗"]]);
    expect(
      told(reading.report).filter(([code]) => code !== "question.weight_dropped"),
    ).toHaveLength(15);
    expect(reading.report.map(({ where }) => where.words)).toContain("Q numerical");
  });

  it("can be given up", async () => {
    const signal = AbortSignal.abort(new Error("never mind"));
    await expect(readMoodle(quiz("<question/>"), { signal })).rejects.toThrow("never mind");
  });
});
