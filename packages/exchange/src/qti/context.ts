import { plainTextOf } from "../compose/rich-text.ts";
import type { FlowPicture } from "../flow/flow.ts";
import type { Bytes } from "../flow/load-pictures.ts";
import { insideTree } from "../html/inside.ts";
import { attributeOf, findAll, type HtmlNode } from "../html/tree.ts";
import type { FoundQuestion } from "../questions/question.ts";
import type { FurtherRemarks } from "../reading.ts";
import type { Declaration } from "./declarations.ts";
import { replaced } from "./tree.ts";

/** An item, and where the reading of it is. */
export type Context = {
  readonly item: HtmlNode;
  readonly declared: (identifier: string) => Declaration;
  readonly remarks: FurtherRemarks;
  readonly at: number;
  /** Its file in the package, from which others are named. */
  readonly name: string;
  readonly files: Bytes;
};

/** What was found of a question beside what is asked. */
export type Found = Omit<FoundQuestion, "prompt"> & {
  /** What the options are called in the file, in their order: feedback is for these. */
  readonly identifiers?: readonly string[];
  /** By the place of the option. */
  readonly pictures?: readonly (FlowPicture | undefined)[];
};

/** Words of QTI's HTML without marks. */
export function wordsIn(node: HtmlNode, context: Context): string {
  const { docs, pictures } = insideTree(node, context);
  tellPlaceless(pictures, context);
  return docs.map(plainTextOf).join("\n\n");
}

function tellPlaceless(pictures: readonly FlowPicture[], { remarks }: Context): void {
  for (const { relation } of pictures)
    remarks.add("skipped", "picture.no_place", { name: relation.split("/").at(-1) ?? "" });
}

export type Choice = {
  readonly identifier: string;
  readonly text: string;
  readonly feedback: string;
  readonly picture: FlowPicture | undefined;
};

/** Something to choose: its words, its first picture, and what is said to it where it stands. */
export function choiceOf(node: HtmlNode, context: Context): Choice {
  const said = findAll(node, "qti-feedback-inline");
  const bare = replaced(node, ({ name }) => (name === "qti-feedback-inline" ? [] : undefined));
  const { docs, pictures } = insideTree(bare, context);
  const [picture, ...others] = pictures;
  tellPlaceless(others, context);
  const words = docs.map(plainTextOf).join("\n\n").trim();
  const text = words === "" ? (picture?.alt ?? "") : words;
  return {
    identifier: attributeOf(node, "identifier") ?? "",
    text,
    feedback: said.map((each) => wordsIn(each, context)).join("\n\n"),
    picture: picture && { ...picture, alt: text },
  };
}
