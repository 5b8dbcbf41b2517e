import type { Item, ContentLanguage, RichText } from "@twiza/contract";
import type { ImportedQuestion } from "../imported.ts";

/** Plain words as they are asked: an empty line begins a paragraph. */
const docOf = (text: string): RichText => ({
  type: "doc",
  content: text
    .replaceAll(/\r\n?/g, "\n")
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .map((words) => ({ type: "paragraph", content: [{ type: "text", text: words }] })),
});

const said = (words: string | undefined): { readonly feedback?: string } =>
  words === undefined ? {} : { feedback: words };

/** A graded item in one language, as it goes out; nothing when words that are asked are missing in it. */
export function questionOfItem(
  item: Item,
  language: ContentLanguage,
): ImportedQuestion | undefined {
  const { question, prompt, options, number, feedback } = item;
  const asked = prompt[language];
  const worded = options.flatMap(({ id, text, right, feedback: why }) => {
    const words = text[language];
    return words === undefined ? [] : [{ id, text: words, right, ...said(why?.[language]) }];
  });
  if (asked === undefined || worded.length < options.length) return undefined;
  return {
    kind: "question",
    question,
    prompt: docOf(asked),
    options: worded,
    ...(number && { number }),
    ...said(feedback?.[language]),
  };
}
