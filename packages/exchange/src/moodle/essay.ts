import type { RichText } from "@twiza/contract";
import { plainTextOf } from "../compose/rich-text.ts";
import { find, type XmlNode } from "../xml/node.ts";
import { type Fields, readField } from "./fields.ts";
import type { Found } from "./options.ts";

/** The lines of a text that is nothing but a list. */
function linesOf({ content }: RichText): readonly string[] | undefined {
  const lines = content.map((node) =>
    node.type === "bulletList" || node.type === "orderedList" ? node.content : undefined,
  );
  if (lines.includes(undefined)) return undefined;
  return lines.flatMap((items = []) =>
    items.map((item) => plainTextOf({ type: "doc", content: item.content })),
  );
}

/**
 * Words of one's own. What those who mark are told is what to look for where it is a list, as we write it; other words are the answer
 * that the author would have given.
 */
export async function readEssay(question: XmlNode, fields: Fields): Promise<Found> {
  const { doc } = await readField(find(question, "graderinfo"), fields);
  const points = doc && linesOf(doc);
  return {
    question: "open",
    options: (points ?? []).map((text) => ({ text, right: false })),
    feedback: doc && !points ? plainTextOf(doc) : undefined,
  };
}
