import type { ContentLanguage, Item, Localized, RichText } from "@twiza/contract";
import type { KeptQuestion } from "./written-question.ts";

/** Plain words as they are asked: an empty line begins a paragraph. */
const docOf = (text: string): RichText => ({
  type: "doc",
  content: text
    .replaceAll(/\r\n?/g, "\n")
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .map((words) => ({ type: "paragraph", content: [{ type: "text", text: words }] })),
});

/** What is said beside, under its name; nothing where it lacks words in the language. */
const beside = <Name extends string>(
  name: Name,
  words: Localized | undefined,
  language: ContentLanguage,
): Partial<Record<Name, string>> => {
  const said = words?.[language];
  return (said === undefined ? {} : { [name]: said }) as Partial<Record<Name, string>>;
};

type Option = KeptQuestion["options"][number];
/** An option in one language; nothing when words of it are missing. */
function optionOf(
  { text, pair, feedback, ...option }: Item["options"][number],
  language: ContentLanguage,
): Option | undefined {
  const [words, belongs] = [text[language], pair?.[language]];
  if (words === undefined || (pair && belongs === undefined)) return undefined;
  return {
    ...option,
    text: words,
    ...(belongs !== undefined && { pair: belongs }),
    ...beside("feedback", feedback, language),
  };
}

/** A graded item in one language, as it goes out; nothing when words that are asked are missing in it. */
export function questionOfItem(item: Item, language: ContentLanguage): KeptQuestion | undefined {
  const { question, prompt, options, number, feedback, hint, credit, heard, picture } = item;
  const asked = prompt[language];
  const worded = options.flatMap((option) => optionOf(option, language) ?? []);
  if (asked === undefined || worded.length < options.length) return undefined;
  return {
    kind: "question",
    question,
    prompt: docOf(asked),
    options: worded,
    ...(number && { number }),
    ...(credit && { credit }),
    ...(heard && { heard }),
    ...(picture && { picture: { media: picture.media, alt: picture.alt[language] ?? "" } }),
    ...beside("feedback", feedback, language),
    ...beside("hint", hint, language),
  };
}
