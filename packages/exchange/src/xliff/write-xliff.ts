import type { TranslatedLesson } from "./lesson.ts";
import { element, escapeText } from "./markup.ts";
import { type OriginalData, originalData } from "./original-data.ts";
import { type Pair, type Unit, unitsOf } from "./pairs.ts";
import { segmentsOf, wordsOf } from "./segments.ts";
import { writeInline } from "./write-inline.ts";

/** What a translator is told of a field, in her language: what it is for, how long it may be. */
export type NoteOf = (unit: {
  readonly key: string;
  readonly field: string;
  readonly kind: string;
}) => string | undefined;

/** Ours for what XLIFF has no word for: translated once, and the original changed since. */
const OUTDATED = "twiza:outdated";

const indented = (lines: readonly string[], by: string): string =>
  lines.map((line) => `\n${by}${line}`).join("");

function segment(
  { id, source, sourceCodes, target, targetCodes }: Pair,
  unit: Unit,
  data: OriginalData,
): string {
  const isDone = target !== undefined && unit.standing === "done";
  const isOutdated = target !== undefined && unit.standing === "outdated";
  const words = element("source", {}, writeInline(source, sourceCodes, data));
  const translated = target ? [element("target", {}, writeInline(target, targetCodes, data))] : [];
  return element(
    "segment",
    {
      id,
      state: isDone ? "translated" : "initial",
      subState: isOutdated ? OUTDATED : undefined,
    },
    `${indented([words, ...translated], "        ")}\n      `,
  );
}

function notesOf({ otherwise }: Unit, note: string | undefined): string[] {
  const before = otherwise && segmentsOf(otherwise).map(wordsOf).join("\n");
  const notes = [
    ...(note === undefined ? [] : [element("note", { category: "instruction" }, escapeNote(note))]),
    ...(before ? [element("note", { category: "translation" }, escapeNote(before))] : []),
  ];
  return notes.length > 0 ? [`<notes>${indented(notes, "        ")}\n      </notes>`] : [];
}

/** Notes hold characters only. */
const escapeNote = (text: string): string => escapeText(text.replaceAll(/[\uFFFE\uFFFF]/g, ""));

function writeUnit(unit: Unit, note: string | undefined): string {
  const data = originalData();
  const segments = unit.pairs.map((pair) => segment(pair, unit, data));
  const kept = data.all().map(({ id, data: text }) => element("data", { id }, escapeText(text)));
  const parts = [
    ...notesOf(unit, note),
    ...(kept.length > 0
      ? [`<originalData>${indented(kept, "        ")}\n      </originalData>`]
      : []),
    ...segments,
  ];
  return element(
    "unit",
    { id: unit.id, name: unit.field.name },
    `${indented(parts, "      ")}\n    `,
  );
}

/**
 * A lesson as XLIFF 2.1 for a translator's program: a unit for each field that holds words, a segment for each sentence.
 * What is missing, outdated or done stands in the segments' states. Blanks count, and sentences may not be cut otherwise.
 */
export function writeXliff(lesson: TranslatedLesson, noteOf?: NoteOf): string {
  const kinds = new Map(lesson.source.map(({ key, block }) => [key, block.kind]));
  const units = unitsOf(lesson).map((unit) => {
    const kind = kinds.get(unit.key) ?? "";
    return writeUnit(unit, noteOf?.({ key: unit.key, field: unit.field.name, kind }));
  });
  const file = element(
    "file",
    { id: "lesson", original: lesson.id, canResegment: "no", "xml:space": "preserve" },
    `${indented(units, "    ")}\n  `,
  );
  const whole = element(
    "xliff",
    {
      xmlns: "urn:oasis:names:tc:xliff:document:2.0",
      version: "2.1",
      srcLang: lesson.sourceLanguage,
      trgLang: lesson.targetLanguage,
    },
    `\n  ${file}\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`;
}
