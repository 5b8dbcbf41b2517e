import type { Item } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";

type Options = Item["options"];

/** Whether one answer alone is right: then another takes its place. Of a picture it is so where learners were to choose one. */
export const isOfOne = ({ question, options }: Item): boolean =>
  question === "choice" ||
  question === "truefalse" ||
  (question === "hotspot" && options.filter(({ right }) => right).length === 1);

/** The item with this option right and no other. Pure. */
export const onlyRight = (item: Item, id: string): Item => ({
  ...item,
  options: item.options.map((option) => ({ ...option, right: option.id === id })),
});

/** The item with this option turned round. Pure. */
export const turned = (item: Item, id: string): Item => ({
  ...item,
  options: item.options.map((option) => ({
    ...option,
    right: option.id === id ? !option.right : option.right,
  })),
});

/** The item with an option at another place of the order. Pure. */
export function movedTo(item: Item, id: string, place: number): Item {
  const option = item.options.find((each) => each.id === id);
  if (!option) return item;
  const options = item.options.filter((each) => each !== option);
  return { ...item, options: [...options.slice(0, place), option, ...options.slice(place)] };
}

/** The item with the pair of one option put to another, whose own goes the other way. Pure. */
export function pairedWith(item: Item, id: string, of: string): Item {
  const pairOf = (wanted: string) => item.options.find((each) => each.id === wanted)?.pair;
  const [mine, other] = [pairOf(id), pairOf(of)];
  const swapped = (option: Options[number]): Options[number] => {
    const pair = option.id === id ? other : option.id === of ? mine : option.pair;
    return { ...option, ...(pair ? { pair } : {}) };
  };
  return { ...item, options: item.options.map(swapped) };
}

/** The item with one more way to write its answer, in a language. Nothing that is written already. Pure. */
export function withWord(item: Item, written: string, language: ContentLanguage): Item {
  const word = written.trim();
  if (word === "" || item.options.length >= MOST_WORDS) return item;
  const taken = new Set(item.options.map(({ id }) => id));
  const at = Array.from({ length: MOST_WORDS + 1 }, (_, n) => `more-${n}`).find((id) => !taken.has(id)); // prettier-ignore
  const option = { id: at ?? "more", text: { [language]: word }, right: true };
  return { ...item, options: [...item.options, option] };
}
const MOST_WORDS = 20;
