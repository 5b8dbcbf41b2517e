import type { RichInline, RichText } from "@twiza/contract";
import type { Detail } from "../fault.ts";
import { elementsOf, find, isNode, type XmlNode } from "../xml/node.ts";
import type { UnitCode } from "./codes.ts";
import { fitted } from "./fit.ts";
import type { Code, Sign } from "./inline-codes.ts";
import type { Pair, Unit } from "./pairs.ts";
import { characterOf, type InlineReading, type Known, readInline } from "./read-inline.ts";
import { sameWords } from "./segments.ts";

/** What became of a unit: new words, a word that the old ones are right, or nothing, and why. */
export type UnitReading =
  | {
      readonly is: "translated";
      readonly value: string | RichText;
      readonly isOutdated: boolean;
      readonly isConfirmed: boolean;
    }
  | { readonly is: "same" | "untranslated" }
  | { readonly is: "refused"; readonly code: UnitCode; readonly detail: Detail };

const refused = (code: UnitCode, detail: Detail = {}): UnitReading => ({
  is: "refused",
  code,
  detail,
});

const idsOf = (codes: readonly Code[]): ReadonlySet<string> => new Set(codes.map(({ id }) => id));
const signsOf = (codes: readonly Code[]): ReadonlyMap<string, Sign> =>
  new Map(codes.map(({ id, sign }) => [id, sign]));

const isSet = (used: readonly string[], ids: ReadonlySet<string>): boolean =>
  used.length === ids.size && used.every((id) => ids.has(id));

/** The signs have to be those of the original, or those that the translation had when it went out. */
function codeFault({ fault, used }: InlineReading, pair: Pair): UnitCode | undefined {
  if (fault) return fault;
  if (isSet(used, idsOf(pair.sourceCodes))) return undefined;
  if (pair.target && isSet(used, idsOf(pair.targetCodes))) return undefined;
  const known = idsOf(pair.sourceCodes);
  return used.every((id) => known.has(id)) ? "unit.code_missing" : "unit.code_foreign";
}

type Segment = {
  readonly pair: Pair;
  readonly target: readonly RichInline[] | undefined;
  readonly isOutdated: boolean;
  readonly isSaidDone: boolean;
  readonly fault: UnitCode | undefined;
};

function readSegment(node: XmlNode, pair: Pair, data: Known["data"]): Segment {
  const [source, target] = [find(node, "xlf:source"), find(node, "xlf:target")];
  const signs = signsOf([...pair.targetCodes, ...pair.sourceCodes]);
  const original = source && readInline(source, { signs: signsOf(pair.sourceCodes), data });
  const isOutdated =
    !original || original.fault !== undefined || !sameWords(original.texts, pair.source);
  const isSaidDone = ["translated", "reviewed", "final"].includes(
    node.attributes.get("state") ?? "initial",
  );
  const reading = target && readInline(target, { signs, data });
  // Programs put the original where nobody has written anything yet.
  const isCopy =
    !isSaidDone && !pair.target && reading && original && sameWords(reading.texts, original.texts);
  const isEmpty = !reading || reading.texts.length === 0;
  if (isEmpty || isCopy)
    return { pair, target: undefined, isOutdated, isSaidDone, fault: undefined };
  return { pair, target: reading.texts, isOutdated, isSaidDone, fault: codeFault(reading, pair) };
}

/** With the words that it had, or still without any: a text may have gone out half translated. */
const isAsItWent = ({ pair, target }: Segment): boolean =>
  pair.target && target ? sameWords(pair.target, target) : !pair.target && !target;

const dataOf = (unit: XmlNode): ReadonlyMap<string, string> =>
  new Map(
    elementsOf(find(unit, "xlf:originalData") ?? { ...unit, children: [] }, "xlf:data").map(
      ({ attributes, children }) => [
        attributes.get("id") ?? "",
        children.map((child) => (isNode(child) ? characterOf(child) : child)).join(""),
      ],
    ),
  );

/** The sentences of a unit as they lie in the file; nothing when they are not those that went out. */
function segmentsOf(node: XmlNode, unit: Unit): Segment[] | undefined {
  const parts = elementsOf(node).filter(
    ({ name }) => name === "xlf:segment" || name === "xlf:ignorable",
  );
  const data = dataOf(node);
  const fits = parts.every(
    ({ name, attributes }, at) =>
      name === "xlf:segment" && (attributes.get("id") ?? unit.pairs[at]?.id) === unit.pairs[at]?.id,
  );
  if (!fits || parts.length !== unit.pairs.length) return undefined;
  return unit.pairs.flatMap((pair, at) => {
    const part = parts[at];
    return part ? [readSegment(part, pair, data)] : [];
  });
}

/** Reads what a translator made of a unit, against the lesson as it is now. */
export function readUnit(node: XmlNode, unit: Unit): UnitReading {
  const segments = segmentsOf(node, unit);
  if (!segments) return refused("unit.segments_changed");
  const done = segments.filter(({ target }) => target !== undefined);
  if (done.length === 0) return { is: "untranslated" };
  const isOutdated = segments.some((segment) => segment.isOutdated);
  const fault = done.find((segment) => segment.fault)?.fault;
  if (fault) return refused(isOutdated ? "unit.outdated" : fault);
  const isSame = segments.every(isAsItWent);
  const isWhole = done.length === segments.length;
  const isConfirmed =
    isWhole &&
    unit.standing === "outdated" &&
    !isOutdated &&
    done.every(({ isSaidDone }) => isSaidDone);
  if (isSame && !isConfirmed) return { is: "same" };
  if (!isWhole) return refused("unit.incomplete", { done: done.length, all: segments.length });
  const sentences = new Map(unit.extra);
  for (const { pair, target } of done) sentences.set(pair.at, target ?? []);
  const result = fitted(unit.field, sentences);
  if ("fault" in result)
    return refused(
      result.fault.code,
      result.fault.most === undefined ? {} : { most: result.fault.most },
    );
  return { is: "translated", value: result.value, isOutdated, isConfirmed: isSame };
}
