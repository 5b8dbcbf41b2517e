import type { Item, ItemCommand, ItemId, Localized, SittingRules } from "@twiza/contract";
import { sameJson } from "./canonical-json.ts";

type Items = readonly Item[];
export type NamedItems = {
  readonly title: Localized;
  /** How many of them a sitting has. */
  readonly draw?: number | undefined;
  readonly rules?: SittingRules | undefined;
  readonly items: Items;
};

/** Whether two say the same, whoever reads them aloud. */
export const sameItem = (a: Item, b: Item): boolean => sameJson(wordsOf(a), wordsOf(b));
const wordsOf = ({ voices: _, ...words }: Item) => words;

/** What is said at each place of an item that can be recorded. */
const wordsAt = ({ prompt, options, feedback }: Item): Readonly<Record<string, unknown>> =>
  Object.fromEntries<unknown>([
    ["prompt", prompt],
    ["why", feedback],
    ...options.flatMap(({ id, text, feedback: why }) => [
      [`option/${id}`, text] as const,
      [`option/${id}/why`, why] as const,
    ]),
  ]);

/** An item as it is written now, with the recordings of all places that still say what they said. */
function stillSpoken(before: Item, item: Item): Item {
  const [said, now] = [wordsAt(before), wordsAt(item)];
  const isSaid = (place: string): boolean =>
    now[place] !== undefined && sameJson(said[place], now[place]);
  const voices = Object.entries(before.voices ?? {}).flatMap(([language, voice]) => {
    const kept = Object.entries(voice ?? {}).filter(([place]) => isSaid(place));
    return kept.length > 0 ? [[language, Object.fromEntries(kept)] as const] : [];
  });
  return voices.length > 0 ? { ...item, voices: Object.fromEntries(voices) } : item;
}

/**
 * The items with this one in them: where it stood, or else behind `after`, or else last. Recordings of other words are no longer
 * its own. Pure.
 */
export function withItem(items: Items, item: Item, after?: ItemId): Items {
  const at = items.findIndex(({ id }) => id === item.id);
  const before = items[at];
  if (before) return items.with(at, sameItem(before, item) ? before : stillSpoken(before, item));
  const behind = items.findIndex(({ id }) => id === after);
  return behind < 0 ? [...items, item] : items.toSpliced(behind + 1, 0, item);
}

/** The quiz after one command; one that is about an item that is gone changes nothing. Pure. */
export function withItemCommand(quiz: NamedItems, command: ItemCommand): NamedItems {
  if (command.do === "draw") return { ...quiz, draw: command.count };
  if (command.do === "rules") return { ...quiz, rules: command.rules };
  if (command.do === "rename") return { ...quiz, title: command.title };
  const { items } = quiz;
  const item = items.find(({ id }) => id === command.id);
  if (!item || (command.do === "move" && command.after === command.id)) return quiz;
  const others = items.filter((each) => each !== item);
  if (command.do === "remove") return { ...quiz, items: others };
  const behind = others.findIndex(({ id }) => id === command.after);
  return { ...quiz, items: others.toSpliced(behind + 1, 0, item) };
}
