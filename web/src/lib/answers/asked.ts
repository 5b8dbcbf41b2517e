import type { Media, PublicItem, QuestionBlock, RichText } from "@twiza/contract";
import type { QuestionKind } from "@twiza/contract/marking";
import { isChosen, sameWords } from "@twiza/contract/marking";
import { nearest } from "../i18n.svelte.ts";
import { asText, gapsInText } from "./gapped.ts";
import { mixed } from "./mixed.ts";

type Words = { readonly text: string; readonly lang?: string | undefined };
export type Choice = Words & {
  readonly id: string;
  readonly picture?: Media | undefined;
  readonly spot?: { readonly x: number; readonly y: number } | undefined;
};
/** Without choices one writes. */
type Gap = { readonly name: string; readonly choices?: readonly Choice[] | undefined };

/** A question as it is shown, in one language and without its key: of practice, or of a test. */
export type Asked = {
  /** Where it is spoken. */
  readonly place: string;
  readonly question: QuestionKind;
  readonly text: RichText;
  readonly several: boolean;
  /** Its options are heard, and not read. */
  readonly heard: boolean;
  readonly options: readonly Choice[];
  /** What may be put to the options of a match. */
  readonly pairs: readonly Choice[];
  readonly gaps: readonly Gap[];
  readonly unit?: string | undefined;
  readonly hint?: Words | undefined;
  readonly picture?: (Words & { readonly hash: string }) | undefined;
};

/** A question of practice. What its author wrote in an order that would tell stands in another. */
export function askedOf(block: QuestionBlock): Asked {
  const { key, question, prompt, options, number, hint, picture } = block;
  const right = options.filter((option) => option.right);
  return {
    place: key,
    question,
    text: prompt,
    several: question === "multiple" || (question === "hotspot" && right.length > 1),
    heard: block.heard === true,
    options: shownOf(block),
    pairs: question === "match" ? pairsOf(block) : [],
    gaps: question === "cloze" ? gapsOf(block) : [],
    unit: number?.unit,
    hint: hint === undefined ? undefined : { text: hint },
    picture: picture && { text: picture.alt, hash: picture.media.hash },
  };
}

function shownOf({ key, question, options }: QuestionBlock): readonly Choice[] {
  // What is written by hand is for nobody to see, and gaps have lists of their own.
  if (question === "short" || question === "cloze" || question === "open") return [];
  return question === "order" ? mixed(options, key) : options;
}

/** The same words stand once. */
function pairsOf({ key, options }: QuestionBlock): readonly Choice[] {
  const all = options.flatMap(({ id, pair }) => (pair === undefined ? [] : { id, text: pair }));
  const distinct = all.filter(
    (one, at) => !all.slice(0, at).some((other) => sameWords(other.text, one.text)),
  );
  return mixed(distinct, key);
}

function gapsOf({ key, prompt, options }: QuestionBlock): readonly Gap[] {
  return gapsInText(prompt).map((name) => {
    const own = options.filter(({ gap }) => gap === name);
    return { name, choices: isChosen(options, name) ? mixed(own, key) : undefined };
  });
}

/** An item of a test, in the language nearest to the reader. */
export function askedItem(item: PublicItem): Asked {
  const { id, question, prompt, options, pairs = [], gaps = [], unit, hint, picture } = item;
  return {
    place: id,
    question,
    text: asText(nearest(prompt).text),
    several: question === "multiple" || item.several === true,
    heard: item.heard === true,
    options: options.map(inWords),
    pairs: pairs.map(inWords),
    gaps: gaps.map(({ name, options: choices }) => ({ name, choices: choices?.map(inWords) })),
    unit,
    hint: hint && wordsOf(hint),
    picture: picture && { ...wordsOf(picture.alt), hash: picture.media.hash },
  };
}

function wordsOf(text: PublicItem["prompt"]): Words {
  const { text: words, language: lang } = nearest(text);
  return { text: words, lang };
}
const inWords = ({ text, ...option }: PublicItem["options"][number]): Choice => ({
  ...option,
  ...wordsOf(text),
});
