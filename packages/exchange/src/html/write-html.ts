import type { RichInline, RichNode, RichText } from "@twiza/contract";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "");

/** Plain words as HTML shows them. */
export const writtenWords = (text: string): string => escaped(text).replaceAll(/\r\n?|\n/g, "<br>");

const wrapped = ({ text, marks = [] }: RichInline): string =>
  marks.reduceRight((inner, mark) => {
    if (mark.type === "bold") return `<strong>${inner}</strong>`;
    if (mark.type === "italic") return `<em>${inner}</em>`;
    return `<a href="${escaped(mark.attrs.href)}">${inner}</a>`;
  }, writtenWords(text));

const inline = (texts: readonly RichInline[] = []): string => texts.map(wrapped).join("");

function nodeOf(node: RichNode): string {
  if (node.type === "paragraph") return `<p>${inline(node.content)}</p>`;
  if (node.type === "heading")
    return `<h${node.attrs.level}>${inline(node.content)}</h${node.attrs.level}>`;
  const name = node.type === "orderedList" ? "ol" : "ul";
  const items = node.content.map(
    ({ content }) => `<li>${content.map((each) => `<p>${inline(each.content)}</p>`).join("")}</li>`,
  );
  return `<${name}>${items.join("")}</${name}>`;
}

/** Rich text as HTML, on one line. */
export const writeHtml = ({ content }: RichText): string => content.map(nodeOf).join("");
