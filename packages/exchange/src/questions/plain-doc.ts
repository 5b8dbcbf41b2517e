import type { RichText } from "@twiza/contract";
import { paragraphsOf } from "../compose/text-node.ts";
import type { Telling } from "../flow/remarks.ts";
import { cleanText } from "../flow/texts.ts";

/** Plain words as rich text: an empty line begins a paragraph. Nothing where there are none. */
export function plainDoc(text: string, remarks: Telling): RichText | undefined {
  const content = cleanText(text)
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .filter((part) => part.trim() !== "")
    .flatMap((part) => paragraphsOf([{ type: "text", text: part }], remarks));
  return content.length > 0 && content.length <= 100 ? { type: "doc", content } : undefined;
}
