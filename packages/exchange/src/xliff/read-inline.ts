import type { RichInline } from "@twiza/contract";
import { isNode, type XmlNode } from "../xml/node.ts";
import type { Mark, Sign } from "./inline-codes.ts";
import { dataOf, TYPES } from "./original-data.ts";
import { normal } from "./segments.ts";

/** What a sentence may refer to: signs by their ids, and what they would be on a page. */
export type Known = {
  readonly signs: ReadonlyMap<string, Sign>;
  readonly data: ReadonlyMap<string, string>;
};

export type InlineReading = {
  readonly texts: RichInline[];
  /** Ids of the signs, in the order in which they begin. */
  readonly used: readonly string[];
  readonly fault: "unit.code_foreign" | "unit.code_changed" | undefined;
};

type Reading = {
  readonly known: Known;
  readonly texts: RichInline[];
  readonly used: string[];
  /** Signs whose end is an element of its own and has not come yet. */
  readonly open: Map<string, Mark>;
  fault: InlineReading["fault"];
};

/** The character of a `<cp>`, which XML itself has no place for; some sign that no text may hold where it is none. */
export function characterOf({ attributes }: XmlNode): string {
  const code = Number.parseInt(attributes.get("hex") ?? "", 16);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
}

/** What the attributes may say of a sign, if they say anything. */
function isUnchanged({ attributes }: XmlNode, sign: Sign, { data }: Known): boolean {
  const { type, subType } = TYPES[sign.type];
  const [start, end] = dataOf(sign);
  const says = (name: string, value: string | undefined): boolean =>
    !attributes.has(name) || attributes.get(name) === value;
  const refers = (name: string, value: string | undefined): boolean =>
    !attributes.has(name) || data.get(attributes.get(name) ?? "") === value;
  return (
    says("type", type) &&
    says("subType", subType) &&
    refers("dataRefStart", start) &&
    refers("dataRefEnd", end) &&
    refers("dataRef", start)
  );
}

/** The sign that an element begins; nothing, and a fault, when it is not one of ours or no longer is. */
function signOf(node: XmlNode, reading: Reading): Sign | undefined {
  const id = node.attributes.get("id") ?? "";
  const sign = reading.known.signs.get(id);
  reading.used.push(id);
  if (!sign) reading.fault ??= "unit.code_foreign";
  else if (!isUnchanged(node, sign, reading.known)) reading.fault ??= "unit.code_changed";
  return sign;
}

type Reader = (node: XmlNode, reading: Reading, marks: readonly Mark[]) => void;

const write = ({ texts, open }: Reading, text: string, marks: readonly Mark[]): void => {
  texts.push({ type: "text", text, marks: [...marks, ...open.values()] });
};

const inside: Reader = (node, reading, marks) => {
  for (const child of node.children) {
    if (!isNode(child)) write(reading, child, marks);
    else if (Object.hasOwn(READERS, child.name)) READERS[child.name]?.(child, reading, marks);
    else reading.fault ??= "unit.code_foreign";
  }
};

const READERS: Readonly<Record<string, Reader>> = {
  "xlf:pc": (node, reading, marks) => {
    const sign = signOf(node, reading);
    if (sign?.type === "break") reading.fault ??= "unit.code_changed";
    inside(node, reading, sign && sign.type !== "break" ? [...marks, sign] : marks);
  },
  "xlf:ph": (node, reading, marks) => {
    const sign = signOf(node, reading);
    if (sign?.type === "break") write(reading, "\n", marks);
    else reading.fault ??= "unit.code_changed";
  },
  // Programs may cut a `<pc>` into its two ends, so that it can overlap another one.
  "xlf:sc": (node, reading) => {
    const sign = signOf(node, reading);
    if (sign && sign.type !== "break") reading.open.set(node.attributes.get("id") ?? "", sign);
    else reading.fault ??= "unit.code_changed";
  },
  "xlf:ec": ({ attributes }, reading) => {
    const isOpen = reading.open.delete(attributes.get("startRef") ?? "");
    if (!isOpen) reading.fault ??= "unit.code_foreign";
  },
  "xlf:cp": (node, reading, marks) => write(reading, characterOf(node), marks),
  // Remarks of translators and of their programs.
  "xlf:mrk": inside,
  "xlf:sm": () => undefined,
  "xlf:em": () => undefined,
};

/** Reads a `<source>` or a `<target>`; whether all signs are there is for the reader to say. */
export function readInline(node: XmlNode, known: Known): InlineReading {
  const reading: Reading = { known, texts: [], used: [], open: new Map(), fault: undefined };
  inside(node, reading, []);
  if (reading.open.size > 0) reading.fault ??= "unit.code_changed";
  if (new Set(reading.used).size < reading.used.length) reading.fault ??= "unit.code_foreign";
  return { texts: normal(reading.texts), used: reading.used, fault: reading.fault };
}
