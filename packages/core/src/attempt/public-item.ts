import {
  type Answer,
  AUDIO_LANGUAGES,
  type AudioLanguage,
  type Item,
  type ItemVoice,
  type PublicItem,
} from "@twiza/contract";
import { type Given, gapsIn, gapsOf, isChosen, sameWords } from "@twiza/contract/marking";
import { shuffled } from "./shuffled.ts";

type Option = Item["options"][number];
type Text = Option["text"];

/**
 * Things in an order that follows from their words and the item's id alone: nobody learns from it how they were written. Not the
 * order of the words themselves, which may be the right one: years are read from the first to the last.
 */
const byWords = <T>(things: readonly T[], textOf: (thing: T) => Text, seed: string): readonly T[] =>
  shuffled(
    things.toSorted((one, other) => compared(spelled(textOf(one)), spelled(textOf(other)))),
    seed,
  );
const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const spelled = (text: Text): string =>
  JSON.stringify(Object.entries(text).sort(([one], [other]) => compared(one, other)));

/** Things as a phone gets them, by the names that it knows: their places in a list that says nothing. */
const ranked = <T>(things: readonly T[]): readonly (readonly [name: string, thing: T])[] =>
  things.map((thing, at) => [String(at + 1), thing] as const);

/** The options of an item, each with the name by which a phone knows it. */
const named = ({ id, question, options }: Item): readonly (readonly [string, Option])[] => {
  if (question === "order") return ranked(byWords(options, ({ text }) => text, id));
  // What is written by hand is known by nobody, and gaps have lists of their own.
  if (question === "short" || question === "cloze") return [];
  return options.map((option) => [option.id, option] as const);
};

/** What may be put to the options of a match; the same words stand once. */
function pairsOf({ id, question, options }: Item): readonly (readonly [string, Text])[] {
  if (question !== "match") return [];
  const all = byWords(options.flatMap(({ pair }) => (pair ? [pair] : [])), (text) => text, id); // prettier-ignore
  const distinct: Text[] = [];
  for (const text of all) if (!distinct.some((one) => sameWords(one, text))) distinct.push(text);
  return ranked(distinct);
}

/** The gaps of a cloze in the order of its text, and what may be chosen for each. */
function gapsIncluded({ id, prompt, options }: Item) {
  const [text = ""] = Object.values(prompt).flatMap((each) => each ?? []);
  const known = gapsOf(options);
  return gapsIn(text)
    .filter((name) => known.includes(name))
    .map((name) => {
      const own = options.filter(({ gap }) => gap === name);
      const choices = ranked(byWords(own, (option) => option.text, id + name));
      return { name, choices: isChosen(own, name) ? choices : undefined };
    });
}

const shown = (choices: readonly (readonly [string, Option])[]) =>
  choices.map(([id, { text }]) => ({ id, text }));

/** What a phone may know of a graded item. Written field by field: whatever is added to an item later stays on the server. */
export function publicItem(item: Item): PublicItem {
  const { id, question, prompt, hint, picture, number } = item;
  const isHotspot = question === "hotspot";
  const rights = item.options.filter(({ right }) => right).length;
  return {
    id,
    question,
    prompt,
    options: named(item).map(([name, { text, picture: shows, spot }]) => ({
      id: name,
      text,
      ...(shows ? { picture: shows } : {}),
      ...(isHotspot && spot ? { spot } : {}),
    })),
    ...(isHotspot && rights > 1 ? { several: true as const } : {}),
    ...(item.heard ? { heard: true as const } : {}),
    ...(question === "match"
      ? { pairs: pairsOf(item).map(([name, text]) => ({ id: name, text })) }
      : {}),
    ...(question === "cloze"
      ? {
          gaps: gapsIncluded(item).map(({ name, choices }) => ({
            name,
            ...(choices ? { options: shown(choices) } : {}),
          })),
        }
      : {}),
    ...(number?.unit ? { unit: number.unit } : {}),
    ...(hint ? { hint } : {}),
    ...(picture ? { picture } : {}),
    ...publicVoices(item),
  };
}

/** Its recordings, place by place: the question and its options. What says why stays here until there is a result. */
function publicVoices(item: Item): Pick<PublicItem, "voices"> {
  const places = [
    ["prompt", "prompt"],
    ...named(item).map(([name, { id }]) => [`option/${name}`, `option/${id}`]),
  ] as const;
  return inVoices(item.voices, (voice) => {
    const parts = places.flatMap(([place = "", own = ""]) => {
      const part = voice[own];
      return part ? [[place, part] as const] : [];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  });
}

/** What `pick` finds in each audio language; nothing at all when it finds nothing. */
export function inVoices<T>(
  voices: Item["voices"],
  pick: (voice: ItemVoice) => T | undefined,
): { voices?: Partial<Record<AudioLanguage, T>> } {
  const found = AUDIO_LANGUAGES.flatMap((language) => {
    const voice = voices?.[language];
    const picked = voice && pick(voice);
    return picked === undefined ? [] : [[language, picked] as const];
  });
  return found.length > 0 ? { voices: Object.fromEntries(found) } : {};
}

/** An answer by the names that the author gave: what the phone names by rank is found again. Foreign names stay foreign. */
export function givenOf(item: Item, answer: Answer | undefined): Given | undefined {
  if (!answer) return undefined;
  const ids = new Map(named(item).map(([name, { id }]) => [name, id]));
  const idOf = (name: string): string => ids.get(name) ?? `?${name}`;
  if ("options" in answer) return { options: answer.options.map(idOf) };
  if ("order" in answer) return { order: answer.order.map(idOf) };
  if ("pairs" in answer) return { pairs: pairsGiven(item, answer.pairs) };
  if ("gaps" in answer) {
    const lists = new Map(gapsIncluded(item).map(({ name, choices }) => [name, choices]));
    return {
      gaps: answer.gaps.map((each) => {
        if ("text" in each) return lists.get(each.gap) ? { gap: each.gap } : each;
        const own = lists.get(each.gap)?.find(([name]) => name === each.option);
        return { gap: each.gap, option: own?.[1].id ?? `?${each.option}` };
      }),
    };
  }
  return "number" in answer ? { number: answer.number } : { text: answer.text };
}

function pairsGiven(item: Item, pairs: Extract<Answer, { pairs: unknown }>["pairs"]) {
  const texts = new Map(pairsOf(item));
  return pairs.map(({ option, pair: name }) => {
    const text = texts.get(name);
    const owner = item.options.find(({ pair }) => text && pair && spelled(pair) === spelled(text));
    return { option, pair: owner?.id ?? `?${name}` };
  });
}
