import fc from "fast-check";
import { expect, it } from "vitest";
import { writtenBlock } from "../testing/written.ts";
import { elementsOf, findAll, isNode, textOf, type XmlNode } from "../xml/node.ts";
import { readWholeXml } from "../xml/read-xml.ts";
import { type Keyed, type Standing, type TranslatedLesson, writeXliff } from "./index.ts";

/** XLIFF 2.1, 4.2: what may stand in an element, in which order; a sign behind a name says how often. */
const INSIDE: Readonly<Record<string, RegExp>> = {
  "xlf:xliff": /^(?:xlf:file )+$/,
  "xlf:file": /^(?:xlf:notes )?(?:xlf:unit )+$/,
  "xlf:unit": /^(?:xlf:notes )?(?:xlf:originalData )?(?:xlf:segment )+$/,
  "xlf:notes": /^(?:xlf:note )+$/,
  "xlf:note": /^$/,
  "xlf:originalData": /^(?:xlf:data )+$/,
  "xlf:data": /^(?:xlf:cp )*$/,
  "xlf:segment": /^xlf:source (?:xlf:target )?$/,
  "xlf:source": /^(?:xlf:(?:pc|ph|cp) )*$/,
  "xlf:target": /^(?:xlf:(?:pc|ph|cp) )*$/,
  "xlf:pc": /^(?:xlf:(?:pc|ph|cp) )*$/,
  "xlf:ph": /^$/,
  "xlf:cp": /^$/,
};
/** 4.3: the attributes each may have, those it must have with a sign behind. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "xlf:xliff": ["version!", "srcLang!", "trgLang"],
  "xlf:file": ["id!", "original", "canResegment", "xml:space"],
  "xlf:unit": ["id!", "name"],
  "xlf:note": ["category"],
  "xlf:data": ["id!"],
  "xlf:segment": ["id", "state", "subState"],
  "xlf:pc": ["id!", "canCopy", "canDelete", "dataRefEnd", "dataRefStart", "type", "subType"],
  "xlf:ph": ["id!", "canCopy", "canDelete", "dataRef", "type", "subType"],
  "xlf:cp": ["hex!"],
};
const NMTOKEN = /^[\p{L}\p{N}._:-]+$/u;
const WORDS = new Set(["xlf:note", "xlf:data", "xlf:source", "xlf:target", "xlf:pc"]);

const all = (node: XmlNode): XmlNode[] => [node, ...elementsOf(node).flatMap(all)];
const idOf = ({ attributes }: XmlNode): string => attributes.get("id") ?? "";
const expectUnique = (nodes: readonly XmlNode[]): void => {
  const ids = nodes.map(idOf);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
};

function checkElement(node: XmlNode): void {
  const { name, attributes } = node;
  expect(elementsOf(node).map((child) => `${child.name} `).join("")).toMatch(INSIDE[name] ?? /never/); // prettier-ignore
  if (!WORDS.has(name)) expect(textOf(node).trim()).toBe("");
  const known = ATTRIBUTES[name] ?? [];
  for (const attribute of attributes.keys())
    expect(known.map((each) => each.replace("!", ""))).toContain(attribute);
  for (const must of known.filter((each) => each.endsWith("!")))
    expect(attributes.get(must.slice(0, -1))).toBeTruthy();
  for (const token of ["id", "dataRef", "dataRefStart", "dataRefEnd"])
    if (attributes.has(token)) expect(attributes.get(token)).toMatch(NMTOKEN);
  // A `subType` needs its `type`, a `subState` its `state`, and both a prefix.
  if (attributes.has("subType")) expect(attributes.get("type")).toBe("fmt");
  if (attributes.has("subState")) {
    expect(attributes.get("subState")).toMatch(/^(?!xlf:)[^:]+:.+$/);
    expect(attributes.has("state")).toBe(true);
  }
  if (name === "xlf:cp") expect(attributes.get("hex")).toMatch(/^[0-9A-F]{4}$/);
}

function checkUnit(unit: XmlNode): void {
  const data = findAll(unit, "xlf:data");
  expectUnique(data);
  const segments = elementsOf(unit, "xlf:segment");
  const inline = (name: string, segment: XmlNode) =>
    elementsOf(segment, name).flatMap((node) =>
      all(node).filter((each) => each.name === "xlf:pc" || each.name === "xlf:ph"),
    );
  const sources = segments.flatMap((segment) => inline("xlf:source", segment));
  const targets = segments.flatMap((segment) => inline("xlf:target", segment));
  // Segments and the codes of all sources share one space of names, as do segments and the codes of all targets.
  expectUnique([...segments, ...sources]);
  expectUnique([...segments, ...targets]);
  for (const segment of segments)
    for (const target of inline("xlf:target", segment)) {
      const isShared = sources.some((each) => idOf(each) === idOf(target));
      const source = inline("xlf:source", segment).find((each) => idOf(each) === idOf(target));
      if (isShared) expect(target.attributes).toEqual(source?.attributes);
    }
  for (const { attributes } of [...sources, ...targets])
    for (const reference of ["dataRef", "dataRefStart", "dataRefEnd"])
      if (attributes.has(reference)) expect(data.map(idOf)).toContain(attributes.get(reference));
  for (const segment of segments) {
    const isInitial = segment.attributes.get("state") === "initial";
    expect(isInitial || segment.children.some((child) => isNode(child) && child.name === "xlf:target")).toBe(true); // prettier-ignore
  }
}

it("what we write keeps to the rules of XLIFF's core, whatever is in the lesson", async () => {
  const keyed = fc
    .array(fc.tuple(writtenBlock, writtenBlock), { minLength: 1, maxLength: 5 })
    .map((blocks) => blocks.map(([source, target], at) => ({ key: `b${at}`, source, target })));
  const standings = fc.constantFrom<Standing>("missing", "outdated", "done");
  await fc.assert(
    fc.asyncProperty(keyed, standings, fc.string(), async (blocks, standing, note) => {
      const side = (which: "source" | "target"): Keyed[] => blocks.map(({ key, ...both }) => ({ key, block: both[which] })); // prettier-ignore
      const title: Keyed = { key: "title", block: { kind: "title", text: "Le sel" } };
      const lesson: TranslatedLesson = {
        id: "les_1",
        sourceLanguage: "ar",
        targetLanguage: "zgh",
        source: [title, ...side("source")],
        target: side("target"),
        standing: () => standing,
      };
      const clean = note.replaceAll(/[\u0000-\u001F]/g, "");
      const root = await readWholeXml([new TextEncoder().encode(writeXliff(lesson, () => clean))]);
      all(root).forEach(checkElement);
      const units = findAll(root, "xlf:unit");
      expectUnique(units);
      units.forEach(checkUnit);
    }),
    { numRuns: 100 },
  );
}, 60_000);
