import type { RichText } from "@twiza/contract";
import { type Detail, ExchangeFault } from "../fault.ts";
import { quoted } from "../quoted.ts";
import { bytesOf, type Input } from "../source.ts";
import { elementsOf, findAll, type XmlNode } from "../xml/node.ts";
import { readWholeXml } from "../xml/read-xml.ts";
import type { UnitCode } from "./codes.ts";
import type { TranslatedLesson } from "./lesson.ts";
import { type Unit, unitsOf } from "./pairs.ts";
import { readUnit, type UnitReading } from "./read-unit.ts";
import { isSaidAs } from "./said-as.ts";
import { wordsOf } from "./segments.ts";

/** A field's new words. */
export type TranslatedField = {
  readonly key: string;
  readonly field: string;
  readonly value: string | RichText;
  /** Its original has changed since: the words may be kept, and are not up to date. */
  readonly isOutdated: boolean;
};

export type XliffLine = {
  /** `words` are those of the original. */
  readonly where: { readonly key: string; readonly field: string; readonly words: string };
  readonly what: "imported" | "changed" | "skipped";
  readonly code: UnitCode;
  readonly detail: Detail;
};

export type XliffReading = {
  /** Only what is new or newly said to be right; everything else is as it was. */
  readonly units: readonly TranslatedField[];
  readonly report: readonly XliffLine[];
  readonly untranslated: number;
  readonly unchanged: number;
};

/** Bytes. A lesson as large as one may be has a twentieth of it. */
const LARGEST = 20e6;

const LINES: Readonly<Record<"new" | "confirmed" | "outdated", Pick<XliffLine, "what" | "code">>> =
  {
    new: { what: "imported", code: "unit.imported" },
    confirmed: { what: "imported", code: "unit.confirmed" },
    outdated: { what: "changed", code: "unit.outdated" },
  };

const whereOf = ({ key, field, pairs }: Unit): XliffLine["where"] => ({
  key,
  field: field.name,
  words: quoted(pairs.map(({ source }) => wordsOf(source)).join(" ")),
});

function lineOf(unit: Unit, reading: UnitReading): XliffLine[] {
  const where = whereOf(unit);
  if (reading.is === "refused")
    return [{ where, what: "skipped", code: reading.code, detail: reading.detail }];
  if (reading.is !== "translated") return [];
  const kind = reading.isOutdated ? "outdated" : reading.isConfirmed ? "confirmed" : "new";
  return [{ where, ...LINES[kind], detail: {} }];
}

/** The units of the file by their ids, and those that are one too many. */
function unitsIn(root: XmlNode, lesson: TranslatedLesson) {
  const files = elementsOf(root, "xlf:file");
  const ours = files.filter(
    ({ attributes }) => (attributes.get("original") ?? lesson.id) === lesson.id,
  );
  if (ours.length === 0) {
    const [other] = files.map(({ attributes }) => attributes.get("original") ?? "");
    throw new ExchangeFault(other === undefined ? "xliff.not_xliff" : "xliff.lesson", {
      lesson: quoted(other ?? ""),
    });
  }
  const byId = new Map<string, XmlNode>();
  const twice = new Set<string>();
  for (const node of ours.flatMap((file) => findAll(file, "xlf:unit"))) {
    const id = node.attributes.get("id") ?? "";
    if (byId.has(id)) twice.add(id);
    else byId.set(id, node);
  }
  return { byId, twice };
}

/** @throws ExchangeFault `xliff.not_xliff`, `xliff.version`, `xliff.languages` */
function checkRoot(root: XmlNode, { sourceLanguage, targetLanguage }: TranslatedLesson): void {
  const version = root.attributes.get("version") ?? "";
  if (root.name !== "xlf:xliff") {
    const isOther = /(?:^|[}:])xliff$/.test(root.name);
    throw new ExchangeFault(isOther ? "xliff.version" : "xliff.not_xliff", { version });
  }
  if (!/^2\.[01]$/.test(version)) throw new ExchangeFault("xliff.version", { version });
  const [from, to] = [root.attributes.get("srcLang") ?? "", root.attributes.get("trgLang") ?? ""];
  if (!isSaidAs(from, sourceLanguage) || !isSaidAs(to, targetLanguage))
    throw new ExchangeFault("xliff.languages", { from: quoted(from), to: quoted(to) });
}

const lost = (id: string, code: UnitCode): XliffLine => {
  const [key = "", ...field] = id.split(".");
  return {
    where: { key, field: field.join("."), words: "" },
    what: "skipped",
    code,
    detail: { id: quoted(id) },
  };
};

/**
 * Reads what a translator made of `writeXliff`'s file, against the lesson as it is now. A unit is taken over whole or not at all;
 * nothing is written anywhere, and what the report does not call imported or changed stays as it was.
 * @throws ExchangeFault `file.*`, `xml.*`, `xliff.*`; and what the signal was aborted with
 */
export async function readXliff(
  input: Input | string,
  lesson: TranslatedLesson,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<XliffReading> {
  const file = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const bytes = await bytesOf(file, { most: LARGEST, signal });
  const root = await readWholeXml([bytes], signal);
  checkRoot(root, lesson);
  const { byId, twice } = unitsIn(root, lesson);
  const units: TranslatedField[] = [];
  const report: XliffLine[] = [];
  const counts = { untranslated: 0, same: 0 };
  for (const unit of unitsOf(lesson)) {
    const node = byId.get(unit.id);
    byId.delete(unit.id);
    if (twice.has(unit.id)) continue;
    if (!node) {
      report.push({ where: whereOf(unit), what: "skipped", code: "unit.absent", detail: {} });
      continue;
    }
    const reading = readUnit(node, unit);
    report.push(...lineOf(unit, reading));
    if (reading.is === "untranslated" || reading.is === "same") counts[reading.is] += 1;
    if (reading.is !== "translated") continue;
    const { value, isOutdated } = reading;
    units.push({ key: unit.key, field: unit.field.name, value, isOutdated });
  }
  report.push(
    ...[...byId.keys()].filter((id) => !twice.has(id)).map((id) => lost(id, "unit.unknown")),
  );
  report.push(...[...twice].map((id) => lost(id, "unit.twice")));
  return { units, report, untranslated: counts.untranslated, unchanged: counts.same };
}
