import { type ItemStatistics, ItemId } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { apartOf, doubtsIn, percentOf, trustOf } from "./figures.ts";

let made = 0;
function line(facility?: number, discrimination?: number): ItemStatistics {
  made += 1;
  return {
    itemId: ItemId.parse(`itm_${made.toString(16).padStart(32, "0")}`),
    answers: facility === undefined ? 3 : 40,
    ...(facility !== undefined && { facility }),
    ...(discrimination !== undefined && { discrimination }),
    options: [],
  };
}

describe("figures of a question in words", () => {
  it.each([
    [0.62, "well"],
    [0.3, "well"],
    [0.299, "somewhat"],
    [0.15, "somewhat"],
    [0.149, "hardly"],
    [0, "hardly"],
    [-0.001, "backwards"],
  ] as const)("it tells apart at %d %s", (discrimination, apart) => {
    expect(apartOf(discrimination)).toBe(apart);
  });

  it.each([
    [0.91, "good"],
    [0.8, "good"],
    [0.79, "fair"],
    [0.7, "fair"],
    [0.69, "low"],
    [-0.4, "low"],
  ] as const)("an alpha of %d is %s", (alpha, trust) => {
    expect(trustOf(alpha)).toBe(trust);
  });

  it("a part is told in whole percent", () => {
    expect([0.644, 0.645, 0, 1].map(percentOf)).toEqual([64, 65, 0, 100]);
  });
});

describe("the questions to look at first", () => {
  it("are those the wrong way round, then the hardest; none of which nothing is known yet", () => {
    const [easy, few] = [line(0.9, 0.4), line()];
    const [hard, harder, backwards] = [line(0.25, 0.2), line(0.1), line(0.8, -0.2)];
    expect(doubtsIn([easy, few, hard, harder, backwards])).toEqual([
      { itemId: backwards.itemId, why: "backwards" },
      { itemId: harder.itemId, why: "hard" },
      { itemId: hard.itemId, why: "hard" },
    ]);
    expect(doubtsIn([easy, few])).toEqual([]);
  });

  it("are five at most", () => {
    expect(doubtsIn(Array.from({ length: 9 }, () => line(0.1)))).toHaveLength(5);
  });
});
