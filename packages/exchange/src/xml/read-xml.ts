import { SaxesParser } from "saxes";
import { ExchangeFault } from "../fault.ts";
import { pacer } from "../pace.ts";
import { checkEncoding, xmlDecoder } from "./decoder.ts";
import { ourName } from "./namespaces.ts";
import type { XmlNode } from "./node.ts";

/** Deeper is no document of people: tables in tables in text boxes come to sixty. */
const DEEPEST = 200;
/** Bytes of one part. Five hundred pages of Word are half of it. */
const LONGEST = 32 * 2 ** 20;
/** What was packed tightly comes in pieces of megabytes; so much is read at once. */
const BITE = 2 ** 16;
/** Bytes between two tags: the parser holds them all until the second one comes. */
const LONGEST_TEXT = 4 * 2 ** 20;
/** What may be held at once: an element or a text weighs 1, attributes of one weigh 3. A table of ten thousand cells fits. */
const HEAVIEST = 200_000;

export type XmlReading = {
  /** Elements that are handed over whole; nothing around them is kept. */
  readonly wanted: (name: string) => boolean;
  readonly onNode: (node: XmlNode) => void;
  /** The elements around them, as they open and close. */
  readonly onOpen?: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly onClose?: (name: string) => void;
  /** Told of each piece that has been read, in bytes. */
  readonly onBytes?: (bytes: number) => void;
  /** Bytes between two tags, where whole files are written into this one. */
  readonly longestText?: number;
  readonly signal?: AbortSignal | undefined;
};

type Growing = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (Growing | string)[];
};
/** Most elements have no attributes, and many nothing in them: these share theirs, since hostile files have millions. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_CHILDREN: (Growing | string)[] = [];

/**
 * Reads XML 1.0 strictly, without a DTD and so without entities of its own, and holds no more of it than one wanted element.
 * @throws ExchangeFault `xml.*`; and what the signal was aborted with
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  reading: XmlReading,
): Promise<void> {
  const { longestText = LONGEST_TEXT } = reading;
  let sinceTag = 0;
  const parser = parserOf(reading, () => (sinceTag = 0));
  const decode = xmlDecoder();
  const pace = pacer(reading.signal);
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > LONGEST) throw new ExchangeFault("xml.too_large", { most: LONGEST });
    for (let at = 0; at < piece.byteLength; at += BITE) {
      const bite = piece.subarray(at, at + BITE);
      sinceTag += bite.byteLength;
      parser.write(decode(bite));
      if (sinceTag > longestText) throw new ExchangeFault("xml.too_large", { most: longestText });
      reading.onBytes?.(bite.byteLength);
      await pace(bite.byteLength);
    }
  }
  parser.write(decode());
  parser.close();
}

const attributesOf = (
  all: Readonly<Record<string, { uri: string; local: string; value: string }>>,
): ReadonlyMap<string, string> => {
  const own = Object.values(all).filter(({ uri }) => uri !== "http://www.w3.org/2000/xmlns/");
  if (own.length === 0) return NO_ATTRIBUTES;
  return new Map(own.map(({ uri, local, value }) => [ourName(uri, local), value]));
};

function parserOf({ wanted, onNode, onOpen, onClose }: XmlReading, onTag: () => void) {
  const parser = new SaxesParser({ xmlns: true });
  /** From the wanted element inwards; empty outside of one. */
  const open: Growing[] = [];
  let [depth, weight] = [0, 0];
  const grow = (child: Growing | string): void => {
    weight += typeof child !== "string" && child.attributes.size > 0 ? 4 : 1;
    if (weight > HEAVIEST) throw new ExchangeFault("xml.too_large", { most: LONGEST });
    const parent = open.at(-1);
    if (!parent) return;
    if (parent.children === NO_CHILDREN) parent.children = [child];
    else parent.children.push(child);
  };
  const write = (text: string): void => {
    if (open.length > 0) grow(text);
  };
  parser.on("error", (cause) => {
    throw new ExchangeFault("xml.malformed", { line: parser.line }, { cause });
  });
  parser.on("doctype", () => {
    throw new ExchangeFault("xml.doctype");
  });
  parser.on("xmldecl", ({ encoding }) => checkEncoding(encoding));
  parser.on("text", write);
  parser.on("cdata", write);
  parser.on("opentag", (tag) => {
    onTag();
    depth += 1;
    if (depth > DEEPEST) throw new ExchangeFault("xml.too_deep");
    const name = ourName(tag.uri, tag.local);
    const node = { name, attributes: attributesOf(tag.attributes), children: NO_CHILDREN };
    if (open.length === 0 && !wanted(name)) return onOpen?.(name, node.attributes);
    grow(node);
    open.push(node);
  });
  parser.on("closetag", ({ uri, local }) => {
    onTag();
    depth -= 1;
    const node = open.pop();
    if (!node) return onClose?.(ourName(uri, local));
    if (open.length > 0) return;
    weight = 0;
    onNode(node);
  });
  return parser;
}

/** A small file at once. @throws ExchangeFault `xml.*` */
export async function readWholeXml(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<XmlNode> {
  const roots: XmlNode[] = [];
  await readXml(pieces, { wanted: () => true, onNode: (node) => roots.push(node), signal });
  const [root] = roots;
  if (!root) throw new ExchangeFault("xml.malformed", { line: 1 });
  return root;
}
