import type { GradedResult, Hash, ItemId, PublicItem } from "@twiza/contract";
import { expect, it } from "vitest";
import { recordingsOfItem, recordingsOfResult } from "./quiz.ts";

// Branded ids and hashes come from a parser; here they are written by hand.
const id = `itm_${"1".repeat(32)}` as ItemId;
const part = (digit: string, text?: string) => ({
  media: { hash: digit.repeat(64) as Hash, type: "audio/ogg" as const, bytes: 9 },
  seconds: 2,
  ...(text && { text }),
});
const item: PublicItem = {
  id,
  question: "choice",
  prompt: { fr: "À qui ?", ar: "لمن؟" },
  options: [{ id: "a", text: { fr: "Aux membres" } }],
  voices: {
    fr: { prompt: part("1"), "option/a": part("2") },
    ary: { prompt: part("3", "ديال من؟") },
  },
};

it("a recording of an item says what is written in its language, or its own words", () => {
  expect(recordingsOfItem(item)).toEqual({
    fr: {
      parts: {
        [`${id}/prompt`]: { ...part("1"), text: "À qui ?" },
        [`${id}/option/a`]: { ...part("2"), text: "Aux membres" },
      },
    },
    ary: { parts: { [`${id}/prompt`]: part("3", "ديال من؟") } },
  });
  const { voices: _, ...silent } = item;
  expect(recordingsOfItem(silent)).toEqual({});
});

it("a result brings the questions' recordings and those of its feedback", () => {
  const line: GradedResult["items"][number] = {
    itemId: id,
    right: false,
    feedback: { fr: "Relisez." },
    voices: { fr: part("4"), shi: part("5", "ⵖⵔ") },
  };
  const found = recordingsOfResult([item], [line]);
  expect(Object.keys(found)).toEqual(["ary", "shi", "fr"]);
  expect(found.fr).toMatchObject({
    parts: { [`${id}/why`]: { text: "Relisez." }, [`${id}/prompt`]: { text: "À qui ?" } },
  });
});
