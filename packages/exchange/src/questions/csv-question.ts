import { quoted } from "../quoted.ts";
import type { FurtherRemarks } from "../reading.ts";
import { type Column, optionAt } from "./csv-columns.ts";
import { numberIn } from "./number.ts";
import { plainDoc } from "./plain-doc.ts";
import type { FoundOption, FoundQuestion } from "./question.ts";

type Kind = FoundQuestion["question"];

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/[\u0300-\u036F]/g, "").trim().toLowerCase().replaceAll(/[\s_/-]+/g, ""); // prettier-ignore

const KINDS: Readonly<Record<string, Kind>> = {
  choice: "choice",
  single: "choice",
  singlechoice: "choice",
  choix: "choice",
  qcu: "choice",
  اختيار: "choice",
  multiple: "multiple",
  multiplechoice: "multiple",
  qcm: "multiple",
  choixmultiple: "multiple",
  متعدد: "multiple",
  truefalse: "truefalse",
  tf: "truefalse",
  vraifaux: "truefalse",
  vf: "truefalse",
  صحيحخطأ: "truefalse",
  number: "number",
  numerical: "number",
  nombre: "number",
  numerique: "number",
  رقم: "number",
  عدد: "number",
};
const YES = ["true", "t", "vrai", "v", "oui", "yes", "صحيح", "صح", "نعم", "ⵢⴰⵀ", "✓"];
const NO = ["false", "f", "faux", "non", "no", "خطأ", "خاطئ", "لا", "ⵓⵀⵓ", "✗"];

type Cells = {
  readonly one: (is: Exclude<Column["is"], "option" | "why">) => string;
  readonly options: readonly FoundOption[];
};

function cellsOf(columns: readonly (Column | undefined)[], cells: readonly string[]): Cells {
  const at = (is: Column["is"], option?: number): string => {
    const index = columns.findIndex(
      (column) => column?.is === is && (!("option" in column) || column.option === option),
    );
    return (cells[index] ?? "").trim();
  };
  const texts = Array.from({ length: 8 }, (_, option) => at("option", option));
  const count = texts.findLastIndex((text) => text !== "") + 1;
  return {
    one: (is) => at(is),
    options: texts
      .slice(0, count)
      .map((text, option) => ({ text, right: false, feedback: at("why", option) })),
  };
}

/** Which options a cell means: `a`, `a c`, `1;3`, or the words of one. */
function rightsIn(right: string, options: readonly FoundOption[]): ReadonlySet<number> {
  const whole = options.findIndex(({ text }) => text === right);
  if (whole >= 0) return new Set([whole]);
  const named = right.toLowerCase().split(/[\s,;/+&]+/).filter(Boolean); // prettier-ignore
  const all = named.map(optionAt);
  return new Set(all.every((at) => at >= 0 && at < options.length) ? all : []);
}

/** What a row asks when it does not say so: by its options, or by what is right. Nothing when that may be several things. */
function kindOf(right: string, options: readonly FoundOption[]): Kind | undefined {
  if (options.length > 0) return rightsIn(right, options).size > 1 ? "multiple" : "choice";
  if (isYes(right) !== undefined) return "truefalse";
  return numberIn(right) === undefined ? undefined : "number";
}

const isYes = (right: string): boolean | undefined => {
  const said = plain(right);
  if (YES.map(plain).includes(said)) return true;
  return NO.map(plain).includes(said) ? false : undefined;
};

type Asking = {
  readonly remarks: FurtherRemarks;
  readonly words: { readonly yes: string; readonly no: string };
};

/** The words of a row, and its question; none, and a line of the report, when its kind is none of ours. */
export function foundInRow(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  { remarks, words }: Asking,
): { readonly question: FoundQuestion | undefined; readonly asked: string } {
  const { one, options } = cellsOf(columns, cells);
  const [asked, right, said] = [one("prompt"), one("right"), one("kind")];
  const named = said === "" ? kindOf(right, options) : KINDS[plain(said)];
  if (!named || (said !== "" && !Object.hasOwn(KINDS, plain(said)))) {
    remarks.add("skipped", "question.kind", { kind: said || "?", words: quoted(asked) });
    return { question: undefined, asked };
  }
  const rights = rightsIn(right, options);
  const yes = isYes(right);
  const isUnworded = named === "truefalse" && options.length === 0 && yes !== undefined;
  const own: readonly FoundOption[] = isUnworded
    ? [
        { text: words.yes, right: yes },
        { text: words.no, right: !yes },
      ]
    : options.map((option, at) => ({ ...option, right: rights.has(at) }));
  const [value, around] = [numberIn(right), numberIn(one("tolerance") || "0")];
  const hasNumber =
    named === "number" && value !== undefined && around !== undefined && around >= 0;
  const question = {
    question: named,
    prompt: plainDoc(asked, remarks),
    options: own,
    number: hasNumber ? { value, tolerance: around, unit: one("unit") } : undefined,
    feedback: one("feedback"),
  };
  return { question, asked };
}
