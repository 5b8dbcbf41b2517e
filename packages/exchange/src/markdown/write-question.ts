import type { QuestionBlock } from "@twiza/contract";
import type { BlockContent, ListItem } from "mdast";
import type { ImportedQuestion } from "../imported.ts";
import { writtenOption } from "../questions/option-words.ts";
import { pictureName, type QuestionPicture } from "./file-name.ts";
import { blocksOf, plainBlocksOf } from "./to-mdast.ts";
import type { Written } from "./fenced.ts";

type Question = ImportedQuestion | Omit<QuestionBlock, "key">;
/** What a picture is called in the text. */
type NameOf = (picture: QuestionPicture) => string;

const quote = (text: string | undefined): BlockContent[] =>
  text === undefined || text === "" ? [] : [{ type: "blockquote", children: plainBlocksOf(text) }];

const image = (url: string): BlockContent => ({
  type: "paragraph",
  children: [{ type: "image", url }],
});

const itemOf = (
  { question }: Question,
  option: Question["options"][number],
  nameOf: NameOf,
): ListItem => ({
  type: "listItem",
  checked: option.right,
  spread: false,
  children: [
    ...plainBlocksOf(writtenOption(question, option)),
    ...(option.picture ? [image(nameOf(option.picture))] : []),
    ...quote(option.feedback),
  ],
});

/** A question as our courses are written. */
export function writtenQuestion(block: Question, nameOf: NameOf = pictureName): Written {
  const { prompt, options, number, feedback, question, credit, hint, picture } = block;
  const items = options.map((option) => itemOf(block, option, nameOf));
  const list: BlockContent[] = items.length > 0 ? [{ type: "list", children: items }] : [];
  const shown = picture && ("media" in picture ? picture.media : picture.image);
  return {
    name: "question",
    attributes: {
      kind: question,
      answer: number && String(number.value),
      tolerance: number && String(number.tolerance),
      unit: number?.unit,
      credit,
      hint,
      picture: shown && nameOf(shown),
      alt: picture?.alt,
    },
    content: [...blocksOf(prompt), ...list, ...quote(feedback)],
  };
}
