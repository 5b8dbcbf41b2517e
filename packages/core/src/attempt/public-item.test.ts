import { type Answer, Item, PublicItem } from "@twiza/contract";
import { gapsOf, MARKED_KINDS } from "@twiza/contract/marking";
import { answerable, answerableOf, type DrawnQuestion } from "@twiza/contract/marking/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grade, markOf } from "./grading.ts";
import { publicItem } from "./public-item.ts";

const ID = `itm_${"7".repeat(32)}`;
const hidden = { fr: "motif" };
/** A graded item with a reason at every place that may have one. */
const itemOf = (drawn: DrawnQuestion): Item =>
  Item.parse({
    id: ID,
    ...drawn,
    options: drawn.options.map((option) => ({ ...option, feedback: hidden })),
    feedback: hidden,
  });
const items = (kind: (typeof MARKED_KINDS)[number]) => answerableOf[kind].map(itemOf);
const shuffledOptions = (item: Item) =>
  fc
    .shuffledSubarray(item.options, { minLength: item.options.length })
    .map((options) => ({ item, other: { ...item, options } }));
/** Names that an author gives would tell what the list does not: here they stand as they are written. */
const renamed = (item: Item): Item => ({
  ...item,
  options: item.options.map((option, at) => ({ ...option, id: `n${at}` })),
});

describe("a phone cannot tell from a graded item", () => {
  it("in which order its steps belong", () => {
    fc.assert(
      fc.property(items("order").chain(shuffledOptions), ({ item, other }) => {
        expect(publicItem(renamed(other))).toEqual(publicItem(renamed(item)));
      }),
    );
  });

  it("which step comes first by the order of the words, as years would tell", () => {
    const years = ["1912", "1944", "1956", "1961", "1975", "1999"];
    const drawn = Array.from({ length: 60 }, (_, nth) => {
      const options = years.map((year, at) => ({ id: `o${at}`, text: { fr: year }, right: true }));
      const id = `itm_${nth.toString(16).padStart(32, "0")}`;
      return publicItem(
        Item.parse({ id, question: "order", prompt: { fr: "Quand ?" }, options }),
      ).options.map(({ text }) => text.fr);
    });
    expect(drawn.filter((shown) => shown.join() === years.join()).length).toBeLessThan(3);
    expect(new Set(drawn.map((shown) => shown[0])).size).toBe(years.length);
  });

  it("what belongs to what, of a match", () => {
    fc.assert(
      fc.property(items("match").chain(shuffledOptions), ({ item, other }) => {
        const exchanged = item.options.map((option, at) => ({
          ...option,
          pair: other.options[at]?.pair,
        }));
        expect(publicItem({ ...item, options: exchanged })).toEqual(publicItem(item));
      }),
    );
  });

  it("which word goes into a gap, though it sees which may be chosen", () => {
    fc.assert(
      fc.property(items("cloze").chain(shuffledOptions), ({ item, other }) => {
        const chosen = gapsOf(item.options).filter((name) =>
          item.options.some(({ gap, right }) => gap === name && !right),
        );
        // Another one of each list is right.
        const keyed = other.options.map((option, at) => {
          const own = other.options.findIndex(({ gap }) => gap === option.gap);
          const isListed = option.gap !== undefined && chosen.includes(option.gap);
          return isListed ? { ...option, right: at === own } : option;
        });
        expect(publicItem(renamed({ ...item, options: keyed }))).toEqual(publicItem(item));
      }),
    );
  });

  it("what may be written: neither the words of a short answer nor those of a gap", () => {
    fc.assert(
      fc.property(fc.oneof(items("short"), items("cloze")), (item) => {
        const shown = publicItem(item);
        expect(shown.options).toEqual([]);
        const listed = new Set((shown.gaps ?? []).flatMap(({ name, options }) => (options ? [name] : [])));
        const written = item.options.filter(({ gap }) => gap === undefined || !listed.has(gap));
        const other = { ...item, options: item.options.filter((each) => !written.includes(each) || each === written[0] || (each.gap !== undefined && written.find(({ gap }) => gap === each.gap) === each)) };
        expect(publicItem(other)).toEqual(shown);
        expect(JSON.stringify(shown.gaps?.map(({ options }) => options) ?? [])).not.toContain("right");
      }),
    );
  }); // prettier-ignore

  it("which place of a picture is right, nor how many beyond one", () => {
    fc.assert(
      fc.property(items("hotspot").chain(shuffledOptions), ({ item, other }) => {
        const keyed = item.options.map((option, at) => ({
          ...option,
          right: other.options[at]?.right === true,
        }));
        expect(publicItem({ ...item, options: keyed })).toEqual(publicItem(item));
      }),
    );
  });

  it("anything of a key, whatever its kind", () => {
    fc.assert(
      fc.property(answerable.map(itemOf), (item) => {
        const shown = publicItem(item);
        expect(PublicItem.parse(shown)).toEqual(shown);
        const text = JSON.stringify(shown);
        for (const word of ["motif", '"right":', '"pair":', '"gap":', '"credit":', '"number":'])
          expect(text).not.toContain(word);
        const others = { ...item, credit: item.credit ? undefined : ("part" as const) };
        expect(publicItem(others)).toEqual(shown);
      }),
    );
  });
});

/** The names by which a phone knows what is right, found by the words, as one who knows them would. */
function rightByWords(item: Item): Answer {
  const shown = publicItem(item);
  const itemId = item.id;
  const nameOf = (list: PublicItem["options"] | undefined, text: object | undefined): string =>
    list?.find((each) => JSON.stringify(each.text) === JSON.stringify(text))?.id ?? "?";
  const right = item.options.filter((option) => option.right);
  if (item.question === "number") return { itemId, number: item.number?.value ?? 0 };
  if (item.question === "short") return { itemId, text: right[0]?.text.fr ?? "" };
  if (item.question === "order")
    return { itemId, order: item.options.map(({ text }) => nameOf(shown.options, text)) };
  if (item.question === "match")
    return {
      itemId,
      pairs: shown.options.map(({ id }, at) => ({
        option: id,
        pair: nameOf(shown.pairs, item.options[at]?.pair),
      })),
    };
  if (item.question === "cloze")
    return {
      itemId,
      gaps: (shown.gaps ?? []).map(({ name, options }) => {
        const text = right.find(({ gap }) => gap === name)?.text;
        return options
          ? { gap: name, option: nameOf(options, text) }
          : { gap: name, text: text?.fr ?? "" };
      }),
    };
  return { itemId, options: right.map(({ text }) => nameOf(shown.options, text)) };
}

describe("an answer by the names that a phone knows", () => {
  it.each(MARKED_KINDS)("is found right again: %s", (kind) => {
    fc.assert(
      fc.property(items(kind), (item) => {
        expect(markOf(item, rightByWords(item))).toMatchObject({ right: true });
        expect(grade([item], [rightByWords(item)]).percent).toBe(100);
      }),
    );
  });

  it("by names that the author gave is nothing where the phone has its own", () => {
    fc.assert(
      fc.property(fc.oneof(items("order"), items("match"), items("cloze")), (item) => {
        const ids = item.options.map(({ id }) => id);
        const itemId = item.id;
        const pairs = item.options.map(({ id }) => ({ option: id, pair: id }));
        const gaps = item.options.map(({ id, gap = "a" }) => ({ gap, option: id }));
        for (const answer of [
          { itemId, order: ids },
          { itemId, pairs },
          { itemId, gaps },
        ])
          expect(markOf({ ...item, credit: "part" }, answer).got).toBe(0);
      }),
    );
  });

  it("written into a gap that is chosen from a list is nothing, though it be the right word", () => {
    const item = itemOf({
      question: "cloze",
      prompt: { fr: "Du [[a]]." },
      options: [
        { id: "a", gap: "a", text: { fr: "miel" }, right: true },
        { id: "b", gap: "a", text: { fr: "lait" }, right: false },
      ],
    });
    const written = { itemId: item.id, gaps: [{ gap: "a", text: "miel" }] };
    expect(markOf(item, written).right).toBe(false);
  });

  it("to pairs of which some are written in one language only still finds one that is right", () => {
    const pairs = [{ fr: "x" }, { fr: "x", ar: "س" }, { fr: "x", ar: "ص" }, { ar: "ع" }];
    const item = itemOf({
      question: "match",
      prompt: { fr: "?" },
      options: pairs.map((pair, at) => ({ id: `o${at}`, text: { fr: `t${at}` }, right: true, pair })),
    }); // prettier-ignore
    const shown = publicItem(item);
    for (const option of item.options) {
      const marks = (shown.pairs ?? []).map(({ id }) =>
        markOf({ ...item, credit: "part" }, { itemId: item.id, pairs: [{ option: option.id, pair: id }] }).got,
      ); // prettier-ignore
      expect(marks).toContain(1);
    }
  });
});
