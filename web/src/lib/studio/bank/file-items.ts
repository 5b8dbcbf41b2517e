import type { Item, Media } from "@twiza/contract";
import { unanswerable } from "@twiza/contract/marking";
import type { ContentLanguage } from "@twiza/contract/where";
import type { ImportedQuestion } from "@twiza/exchange/markdown";
import { itemIdOf, seedOf } from "../bring-in/names.ts";
import type { MediaFile, Reading } from "../bring-in/reading.ts";
import { wordsOf } from "../rich-text.ts";

/** The questions of a file in their order; what else is in it stays where it is. */
export const questionsIn = ({ lessons }: Reading): ImportedQuestion[] =>
  lessons
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "question" ? [block] : []));

/** What all names of a file in a bank come of: brought again, on whatever device, its questions have the names that they had. */
export const seedOfFile = (fingerprint: string, language: ContentLanguage): string =>
  seedOf({ fingerprint, courseId: "bank", language, round: 0 });

type About = {
  readonly seed: string;
  readonly at: number;
  readonly language: ContentLanguage;
  readonly mediaOf: (file: MediaFile) => Media | undefined;
};
/** The contract's measure of what is asked. */
const MOST_LETTERS = 2000;

/** A question of a file as an item of the bank; nothing for one that nobody could answer, as on a picture that does not open. */
export function itemOfFile(
  question: ImportedQuestion,
  { seed, at, language, mediaOf }: About,
): Item | undefined {
  const { kind: _, prompt, options, picture, feedback, hint, ...rest } = question;
  const say = (words: string) => ({ [language]: words });
  const medium = picture && mediaOf(picture.image);
  const item = {
    ...rest,
    id: itemIdOf(seed, at),
    prompt: say(Array.from(wordsOf(prompt).trim()).slice(0, MOST_LETTERS).join("")),
    options: options.map(({ text, feedback: why, pair, picture: file, ...option }) => {
      const shown = file && mediaOf(file);
      return {
        ...option,
        text: say(text),
        ...(why ? { feedback: say(why) } : {}),
        ...(pair ? { pair: say(pair) } : {}),
        ...(shown ? { picture: shown } : {}),
      };
    }),
    ...(feedback ? { feedback: say(feedback) } : {}),
    ...(hint ? { hint: say(hint) } : {}),
    ...(picture && medium
      ? { picture: { media: medium, alt: say(picture.alt.trim() || picture.image.name) } }
      : {}),
  };
  // By the contract once it arrives.
  const made = item as unknown as Item;
  const isEmpty = options.some(({ text }) => text.trim() === "") || made.prompt[language] === "";
  return isEmpty || unanswerable(made) ? undefined : made;
}

/** Most of one request: questions, and bytes of their JSON. */
const MOST = { items: 20, bytes: 48 * 1024 } as const;
const encoder = new TextEncoder();

/** So many that a request takes them well. */
export function portionsOfItems(items: readonly Item[]): Item[][] {
  const portions: Item[][] = [];
  let size = 0;
  for (const item of items) {
    const bytes = encoder.encode(JSON.stringify(item)).length;
    const last = portions.at(-1);
    const isFull = !last || last.length >= MOST.items || size + bytes > MOST.bytes;
    if (isFull) portions.push([item]);
    else last.push(item);
    size = isFull ? bytes : size + bytes;
  }
  return portions;
}
