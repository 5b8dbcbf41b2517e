import { expect, it } from "vitest";
import { guessedLanguage, sampleOf } from "./guess.ts";

it.each([
  ["Le prix est juste pour la coopérative", "fr"],
  ["The price of the oil is fair", "en"],
  ["ثمن الزيت مع TVA", "ar"],
  ["ⴰⵜⵉⴳ ⵏ ⵣⵣⵉⵜ (prix)", "zgh"],
])("%s is guessed to be in %s", (text, language) => {
  expect(guessedLanguage(text, "ar")).toBe(language);
});

it("where nothing tells, it is that of the course", () => {
  expect(guessedLanguage("12 % – 24", "zgh")).toBe("zgh");
  expect(guessedLanguage("Argan", "en")).toBe("en");
});

it("words in tables and beside pictures count", () => {
  const lessons = [
    {
      title: "",
      blocks: [{ kind: "table" as const, head: ["الثمن"], numeric: [], rows: [["عشرة"]] }],
    },
  ];
  expect(guessedLanguage(sampleOf(lessons), "fr")).toBe("ar");
});
