import type { RichInline, RichText } from "@twiza/contract";
import { gapsIn } from "@twiza/contract/marking";
import type { UnitCode } from "./codes.ts";
import type { Field } from "./fields.ts";
import { mapSegments, segmentsOf, wordsOf } from "./segments.ts";

/** What the contract lets one text, one paragraph and one heading hold. */
const [TEXT, PARAGRAPH, HEADING] = [4000, 200, 20];

type Fault = { readonly code: UnitCode; readonly most?: number };
export type Fitted = { readonly value: string | RichText } | { readonly fault: Fault };

const cut = (text: RichInline): RichInline[] => {
  if (text.text.length <= TEXT) return [text];
  const end = /[\uD800-\uDBFF]$/.test(text.text.slice(0, TEXT)) ? TEXT - 1 : TEXT;
  return [
    { ...text, text: text.text.slice(0, end) },
    ...cut({ ...text, text: text.text.slice(end) }),
  ];
};

/** Letters, spaces and breaks: what the contract calls written. */
const isWritten = (text: string): boolean =>
  text.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(text);

/** The gaps of a text to be filled in, in any order: another language may put them elsewhere. */
const gapsOf = (sentences: Iterable<readonly RichInline[]>): string =>
  gapsIn([...sentences].map(wordsOf).join("\n"))
    .toSorted()
    .join("");

/** A field's words in another language, if they may stand there: sentences by their place, the rest of the field as it is. */
export function fitted(
  field: Field,
  sentences: ReadonlyMap<number, readonly RichInline[]>,
): Fitted {
  const isFine = [...sentences.values()].every((texts) => isWritten(wordsOf(texts)));
  if (!isFine) return { fault: { code: "unit.characters" } };
  if ("most" in field) {
    const value = wordsOf(sentences.get(0) ?? []);
    if (value.length > field.most) return { fault: { code: "unit.too_long", most: field.most } };
    return { value };
  }
  if (gapsOf(segmentsOf(field)) !== gapsOf(sentences.values()))
    return { fault: { code: "unit.gaps" } };
  const value = mapSegments(field.value, (_, at) => (sentences.get(at) ?? []).flatMap(cut));
  const isTooMuch = value.content.some((node) => {
    if (node.type === "heading") return node.content.length > HEADING;
    if (node.type === "paragraph") return (node.content?.length ?? 0) > PARAGRAPH;
    const paragraphs = node.content.flatMap((item) => item.content);
    return paragraphs.some(({ content }) => (content?.length ?? 0) > PARAGRAPH);
  });
  return isTooMuch ? { fault: { code: "unit.too_long", most: TEXT } } : { value };
}
