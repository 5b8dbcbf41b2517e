import { type Foreign } from "./rich-text.ts";

/** What is never shown, and what a page does rather than says. */
const SILENT =
  /^(?:script|style|template|iframe|object|embed|svg|math|head|title|meta|link|noscript|button|select|textarea|input|xml)$/;
const BLOCK =
  /^(?:p|div|section|article|header|footer|main|aside|blockquote|pre|figure|figcaption|dl|dt|dd|address|center|form|fieldset|body|hr)$/;
const MARKS: Readonly<Record<string, "bold" | "italic">> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
};
/** Level of a heading: a lesson has two of its own title and ours above. */
const LEVELS: Readonly<Record<string, 3 | 4>> = { h1: 3, h2: 3, h3: 3, h4: 4, h5: 4, h6: 4 };

/**
 * What a pasted page or a document of Word says: headings, paragraphs, lists, bold, italic and links; a line of text for each row
 * of a table. Everything else is dropped, with whatever it wanted to do.
 */
export function fromHtml(html: string): readonly Foreign[] {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  return joined(blocksIn(body, []));
}

/**
 * The only style that means something is Word's word for "this paragraph is of a list"; all others must not even be read, since
 * the page forbids them.
 */
const withoutStyles = (html: string): string =>
  html
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(
      /<!(?:--)?\[if !supportLists\](?:--)?>[\s\S]*?<!(?:--)?\[endif\](?:--)?>/gi,
      wordBullet,
    )
    .replace(/<!--[\s\S]*?-->|<!\[[\s\S]*?\]>/g, "")
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, (_, style: string) =>
        /mso-list\s*:\s*(?!none|ignore)l?\d/i.test(style) ? " data-list" : weight(style),
      ),
    );
/** The sign before an item, of which only matters whether it counts. */
const wordBullet = (sign: string): string =>
  /(?:^|>)\s*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(sign) ? "<i data-counted></i>" : "";
const weight = (style: string): string =>
  /(?<![-\w])font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
    ? " data-bold"
    : /(?<![-\w])font-weight\s*:\s*(?:normal|[1-5]00)/i.test(style)
      ? " data-plain"
      : "";

type Marks = readonly Foreign[];

/** Blocks of an element; what stands loose between them is a paragraph. */
function blocksIn(element: Element, marks: Marks): Foreign[] {
  const blocks: Foreign[] = [];
  let loose: Foreign[] = [];
  const flush = (): void => {
    const content = trimmed(loose);
    if (content.length > 0) blocks.push({ type: "paragraph", content });
    loose = [];
  };
  for (const node of element.childNodes) {
    if (node instanceof Text) loose.push(...words(node.data, marks));
    if (!(node instanceof Element) || SILENT.test(node.localName)) continue;
    if (node.localName === "br") flush();
    else if (!holdsBlocks(node)) loose.push(...inlinesIn(node, marksOf(node, marks)));
    else {
      flush();
      blocks.push(...blockOf(node, marksOf(node, marks)));
    }
  }
  flush();
  return blocks;
}
const isBlock = ({ localName: name }: Element): boolean =>
  BLOCK.test(name) || name in LEVELS || /^(?:ul|ol|li|table)$/.test(name);
const holdsBlocks = (element: Element): boolean =>
  isBlock(element) ||
  [...element.querySelectorAll("*")].some((one) => isBlock(one) || one.localName === "br");

function blockOf(element: Element, marks: Marks): readonly Foreign[] {
  const { localName: name } = element;
  const level = LEVELS[name];
  if (level)
    return [{ type: "heading", attrs: { level }, content: trimmed(inlinesIn(element, [])) }];
  if (name === "ul" || name === "ol") return [listOf(element, name === "ol", marks)];
  if (name === "table") return [...element.querySelectorAll("tr")].map((row) => lineOf(row, marks));
  if (name === "p" && element.hasAttribute("data-list")) return [itemOfWord(element, marks)];
  return blocksIn(element, marks);
}

const listOf = (list: Element, isCounted: boolean, marks: Marks): Foreign => ({
  type: isCounted ? "orderedList" : "bulletList",
  content: [...list.children].map((item) => ({
    type: "listItem",
    // Some programs put a list into a list without an item around it.
    content: /^[uo]l$/.test(item.localName)
      ? [listOf(item, item.localName === "ol", marks)]
      : blocksIn(item, marksOf(item, marks)),
  })),
});

/** Word writes each item as a paragraph that says so. */
const itemOfWord = (element: Element, marks: Marks): Foreign => ({
  type: element.querySelector("[data-counted]") ? "orderedList" : "bulletList",
  content: [
    {
      type: "listItem",
      content: [{ type: "paragraph", content: trimmed(inlinesIn(element, marks)) }],
    },
  ],
});

/** A row of a table as a line of text. */
const lineOf = (row: Element, marks: Marks): Foreign => ({
  type: "paragraph",
  content: [...row.children].flatMap((cell, at) => [
    ...(at > 0 ? words(" · ", []) : []),
    ...trimmed(inlinesIn(cell, marks)),
  ]),
});

function inlinesIn(element: Element, marks: Marks): Foreign[] {
  return [...element.childNodes].flatMap((node): Foreign[] => {
    if (node instanceof Text) return words(node.data, marks);
    if (!(node instanceof Element) || SILENT.test(node.localName)) return [];
    if (node.localName === "br") return words(" ", []);
    const inside = inlinesIn(node, marksOf(node, marks));
    return isBlock(node) ? [...words(" ", []), ...inside] : inside;
  });
}

function marksOf(element: Element, marks: Marks): Marks {
  const type = MARKS[element.localName];
  const href = element.localName === "a" ? element.getAttribute("href") : null;
  // Some office programs wrap all that they copy into a <b> that is not bold.
  if (element.hasAttribute("data-plain")) return marks.filter((mark) => mark.type !== "bold");
  if (href) return [...marks, { type: "link", attrs: { href } }];
  if (type) return [...marks, { type }];
  return element.hasAttribute("data-bold") ? [...marks, { type: "bold" }] : marks;
}

/** White space of a page is one space. */
const words = (text: string, marks: Marks): Foreign[] =>
  text === "" ? [] : [{ type: "text", text: text.replace(/\s+/g, " "), marks }];

/** Without the spaces at both ends, and two beside each other. */
function trimmed(all: readonly Foreign[]): Foreign[] {
  const kept: Foreign[] = [];
  for (const piece of all) {
    const before = kept.at(-1)?.text ?? " ";
    const text = before.endsWith(" ") ? piece.text?.trimStart() : piece.text;
    if (text) kept.push({ ...piece, text });
  }
  const last = kept.pop();
  const text = last?.text?.trimEnd();
  return text ? [...kept, { ...last, text }] : kept;
}

/** Items of Word that follow each other are one list. */
function joined(blocks: readonly Foreign[]): readonly Foreign[] {
  const all: Foreign[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    const isMore = last?.type === block.type && block.type?.endsWith("List");
    if (isMore)
      all.splice(-1, 1, { ...last, content: [...(last?.content ?? []), ...(block.content ?? [])] });
    else all.push(block);
  }
  return all;
}
