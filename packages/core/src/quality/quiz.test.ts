import { Quiz } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grade } from "../attempt/grading.ts";
import { blockersOfTest, findingsOfTest, mostPercent } from "./quiz.ts";

const item = (over: object, at = 1) => ({
  id: `itm_${at.toString(16).padStart(32, "0")}`,
  question: "choice",
  prompt: { fr: "?" },
  options: [],
  ...over,
});
const options = (...rights: boolean[]) =>
  rights.map((right, at) => ({ id: `o${at}`, text: { fr: `Réponse ${at}` }, right }));
const quizOf = (...items: object[]): Quiz => Quiz.parse({ format: 1, items });
const GOOD = item({ options: options(true, false) }, 1);
const codes = (quiz: Quiz, mark: number) =>
  findingsOfTest(quiz, mark).map(({ code, item: at }) => [code, at].filter(Boolean).join(" "));

describe("a test", () => {
  it.each<[string, Quiz, number, string[]]>([
    ["that can be passed", quizOf(GOOD), 100, []],
    ["with a question that nothing answers", quizOf(GOOD, item({ options: options(false, false) }, 2)), 50, ["none_right 2"]],
    ["that asks for more than it has", quizOf(GOOD, item({ options: options(false, false) }, 2)), 51, ["pass_unreachable", "none_right 2"]],
    ["with two right answers where one is chosen", quizOf(item({ options: options(true, true) })), 0, ["several_right 1"]],
    ["with several right answers of several", quizOf(item({ question: "multiple", options: options(true, true) })), 100, []],
    ["with a number without a key", quizOf(item({ question: "number" })), 70, ["pass_unreachable", "no_number 1"]],
    ["with a number", quizOf(item({ question: "number", number: { value: 3, tolerance: 0 } })), 100, []],
    ["with how it is for somebody, of which nothing is right", quizOf(GOOD, item({ question: "likert", options: options(false, false, false) }, 2)), 100, []],
    ["of nothing but that", quizOf(item({ question: "likert", options: options(false, false, false) })), 50, ["nothing_marked"]],
    ["with an answer that a person has to mark", quizOf(GOOD, item({ question: "open" }, 2)), 100, ["open_in_test 2"]],
    ["with answers that are heard, in a language that no phone speaks", quizOf(item({ heard: true, options: [{ id: "a", text: { fr: "Oui", zgh: "ⵢⴰⵀ" }, right: true }, { id: "b", text: { fr: "Non", zgh: "ⵓⵀⵓ" }, right: false }] })), 100, ["not_heard 1"]],
    ["with twins", quizOf(item({ options: [{ id: "a", text: { ar: "أجر" }, right: true }, { id: "b", text: { ar: "اجر" }, right: false }] })), 100, ["twin_options 1"]],
  ])("%s", (_, quiz, mark, found) => expect(codes(quiz, mark)).toEqual(found)); // prettier-ignore
});

const anyItem = fc
  .record({
    question: fc.constantFrom("choice", "multiple", "truefalse", "number"),
    rights: fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }),
    keyed: fc.boolean(),
  })
  .map(({ question, rights, keyed }) => ({
    question,
    options:
      question === "number"
        ? []
        : options(...(question === "truefalse" ? rights.slice(0, 2) : rights)),
    ...(question === "number" && keyed ? { number: { value: 1, tolerance: 0 } } : {}),
  }));

it("the best of all sittings has the most that can be reached, and a pass mark above it blocks", () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 6 }), (drawn) => {
      const quiz = quizOf(...drawn.map((over, at) => item(over, at + 1)));
      // One answer where one is chosen, as the page lets her.
      const best = quiz.items.map((each) => {
        const right = each.options.filter((option) => option.right).map(({ id }) => id);
        const chosen = each.question === "multiple" ? right : right.slice(0, 1);
        return each.question === "number"
          ? { itemId: each.id, number: 1 }
          : { itemId: each.id, options: chosen };
      });
      const most = mostPercent(quiz.items);
      expect(grade(quiz.items, best).percent).toBe(most);
      const isBlocked = (mark: number) =>
        blockersOfTest(quiz, mark).some(({ code }) => code === "pass_unreachable");
      expect([isBlocked(most), isBlocked(most + 1)]).toEqual([false, true]);
    }),
  );
});
