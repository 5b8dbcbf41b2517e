import type { Answer, Item, Localized, PublicItem } from "@twiza/contract";
import { found, publicItem } from "@twiza/core";

/** As somebody writes it whose phone has Latin letters at hand, as all have. */
const written = (text: Localized): string => found(text.fr ?? Object.values(text)[0]);

/** What is right of an item, by the names that a phone knows. */
export function rightAnswer(item: Item): Answer {
  const { id: itemId, question, options } = item;
  const asked = publicItem(item);
  const same = (one: object | undefined, other: object | undefined) =>
    JSON.stringify(one) === JSON.stringify(other);
  const nameOf = (list: PublicItem["options"] | PublicItem["pairs"], text: object | undefined) =>
    found(list?.find((each) => same(each.text, text))).id;
  const right = options.filter((option) => option.right);
  switch (question) {
    case "number":
      return { itemId, number: found(item.number).value };
    case "short":
      return { itemId, text: written(found(right[0]).text) };
    case "match":
      return {
        itemId,
        pairs: options.map(({ id, pair }) => ({ option: id, pair: nameOf(asked.pairs, pair) })),
      };
    case "order":
      return { itemId, order: options.map(({ text }) => nameOf(asked.options, text)) };
    case "cloze":
      return {
        itemId,
        gaps: (asked.gaps ?? []).map(({ name, options: choices }) => {
          const { text } = found(right.find(({ gap }) => gap === name));
          return choices
            ? { gap: name, option: nameOf(choices, text) }
            : { gap: name, text: written(text) };
        }),
      };
    case "likert":
      // Nothing is right of it; whoever answers says something.
      return { itemId, options: options.slice(-1).map(({ id }) => id) };
    default:
      return { itemId, options: right.map(({ id }) => id) };
  }
}
