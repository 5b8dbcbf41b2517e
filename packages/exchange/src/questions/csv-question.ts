import { gapsIn } from "@twiza/contract/marking";
import { quoted } from "../quoted.ts";
import type { FurtherRemarks } from "../reading.ts";
import { type Column, optionAt, type Single } from "./csv-columns.ts";
import { isPart, kindNamed, yesIn } from "./csv-kinds.ts";
import { numberIn } from "./number.ts";
import { wordsOfOption } from "./option-words.ts";
import { plainDoc } from "./plain-doc.ts";
import type { FoundOption, FoundQuestion } from "./question.ts";

type Kind = FoundQuestion["question"];
/** An option as its cells have it. */
type Option = { readonly cell: string; readonly feedback: string };
type Cells = {
  readonly one: (is: Single) => string;
  readonly options: readonly Option[];
};

function cellsOf(columns: readonly (Column | undefined)[], cells: readonly string[]): Cells {
  const single = new Map<string, string>();
  const options: { cell: string; feedback: string }[] = [];
  // A column that comes twice is the first of its name.
  for (const [at, column] of [...columns.entries()].toReversed()) {
    const cell = (cells[at] ?? "").trim();
    if (!column) continue;
    if (!("option" in column)) single.set(column.is, cell);
    else {
      const before = options[column.option] ?? { cell: "", feedback: "" };
      options[column.option] = { ...before, [column.is === "option" ? "cell" : "feedback"]: cell };
    }
  }
  const all = Array.from(
    { length: options.length },
    (_, at) => options[at] ?? { cell: "", feedback: "" },
  );
  const count = all.findLastIndex(({ cell }) => cell !== "") + 1;
  return { one: (is) => single.get(is) ?? "", options: all.slice(0, count) };
}

/** Which options a cell means: `a`, `a c`, `1;3`, or the words of one. */
function rightsIn(right: string, options: readonly Option[]): ReadonlySet<number> {
  const whole = options.findIndex(({ cell }) => cell === right);
  if (whole >= 0) return new Set([whole]);
  const named = right.toLowerCase().split(/[\s,;/+&]+/).filter(Boolean); // prettier-ignore
  const all = named.map(optionAt);
  return new Set(all.every((at) => at >= 0 && at < options.length) ? all : []);
}

/** What a row asks when it does not say so: by its options, or by what is right. Nothing when that may be several things. */
function kindOf(asked: string, right: string, options: readonly Option[]): Kind | undefined {
  const isEach = (kind: "match" | "cloze", part: "pair" | "gap"): boolean =>
    options.every(({ cell }) => wordsOfOption(kind, cell)[part] !== undefined);
  if (options.length > 0) {
    if (gapsIn(asked).length > 0 && isEach("cloze", "gap")) return "cloze";
    if (right === "" && isEach("match", "pair")) return "match";
    return rightsIn(right, options).size > 1 ? "multiple" : "choice";
  }
  if (yesIn(right) !== undefined) return "truefalse";
  return numberIn(right) === undefined ? undefined : "number";
}

type Words = { readonly yes: string; readonly no: string };

function optionsOf(kind: Kind, { one, options }: Cells, words: Words): readonly FoundOption[] {
  const right = one("right");
  const yes = yesIn(right);
  if (kind === "truefalse" && options.length === 0 && yes !== undefined)
    return [
      { text: words.yes, right: yes },
      { text: words.no, right: !yes },
    ];
  const isAll = kind === "match" || kind === "order";
  const rights = rightsIn(right, options);
  return options.map(({ cell, feedback }, at) => ({
    ...wordsOfOption(kind, cell),
    feedback,
    right: isAll || rights.has(at),
  }));
}

function numberOf(kind: Kind, { one }: Cells): FoundQuestion["number"] {
  const [value, tolerance] = [numberIn(one("right")), numberIn(one("tolerance") || "0")];
  if (kind !== "number" || value === undefined || tolerance === undefined) return undefined;
  return tolerance >= 0 ? { value, tolerance, unit: one("unit") } : undefined;
}

type Asking = { readonly remarks: FurtherRemarks; readonly words: Words };

/** The words of a row, and its question; none, and a line of the report, when its kind is none of ours. */
export function foundInRow(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  { remarks, words }: Asking,
): { readonly question: FoundQuestion | undefined; readonly asked: string } {
  const all = cellsOf(columns, cells);
  const { one, options } = all;
  const [asked, said] = [one("prompt"), one("kind")];
  const kind = said === "" ? kindOf(asked, one("right"), options) : kindNamed(said);
  if (!kind) {
    remarks.add("skipped", "question.kind", { kind: said || "?", words: quoted(asked) });
    return { question: undefined, asked };
  }
  const question = {
    question: kind,
    prompt: plainDoc(asked, remarks),
    options: optionsOf(kind, all, words),
    number: numberOf(kind, all),
    feedback: one("feedback"),
    hint: one("hint"),
    credit: isPart(one("credit")) ? ("part" as const) : undefined,
  };
  return { question, asked };
}
