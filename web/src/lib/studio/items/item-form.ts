import type { Item } from "@twiza/contract";
import type { ContentLanguage, Language, Localized } from "@twiza/contract/where";
import { type Four, fourOf, isBlank, localizedOf } from "../../office/four.ts";
import { readNumber } from "../../number.ts";
import type { QuestionKind } from "../blocks.ts";

type OptionForm = { id: string; text: Four; feedback: Four; right: boolean };
/** A graded item as it is being written: everything as it was typed, whatever the kind needs of it. */
export type ItemForm = {
  question: QuestionKind;
  prompt: Four;
  options: OptionForm[];
  value: string;
  tolerance: string;
  unit: string;
  feedback: Four;
};

/** Why a form is no item yet; the place is the option's, from 0. */
export type ItemFault =
  | { readonly code: "prompt" | "few" | "right" | "same" | "number" | "tolerance" }
  | { readonly code: "option"; readonly at: number };

export const MOST_OPTIONS = 8;
const EMPTY: Localized = {};

/** An option's name: short, and not one that another option here has or had. */
function newOptionId(options: readonly { readonly id: string }[]): string {
  const taken = new Set(options.map(({ id }) => id));
  for (let at = 1; ; at += 1) if (!taken.has(`o${String(at)}`)) return `o${String(at)}`;
}

export const blankOption = (options: readonly { readonly id: string }[]): OptionForm => ({
  id: newOptionId(options),
  text: fourOf(EMPTY),
  feedback: fourOf(EMPTY),
  right: false,
});

/** A form with what an item says, or with nothing but two places to write an answer. */
export function formOf(item: Item | undefined, showNumber: (amount: number) => string): ItemForm {
  const key = item?.number;
  const first = blankOption([]);
  return {
    question: item?.question ?? "choice",
    prompt: fourOf(item?.prompt),
    options: item
      ? item.options.map(({ id, text, right, feedback }) => ({
          ...{ id, right },
          ...{ text: fourOf(text), feedback: fourOf(feedback) },
        }))
      : [first, blankOption([first])],
    value: key ? showNumber(key.value) : "",
    tolerance: key ? showNumber(key.tolerance) : "",
    unit: key?.unit ?? "",
    feedback: fourOf(item?.feedback),
  };
}

/** The two answers of true and false in every language of the course. */
export type Truths = Readonly<Record<ContentLanguage, readonly [string, string]>>;

/** The same words as another kind of question: of several right answers the first stays, true and false bring their own. */
export function asKind(form: ItemForm, question: QuestionKind, truths: Truths): ItemForm {
  if (question === "truefalse") {
    const said = (at: 0 | 1): Four =>
      fourOf(Object.fromEntries(Object.entries(truths).map(([each, both]) => [each, both[at]])));
    const options = ([0, 1] as const).map((at) => ({
      ...{ id: at === 0 ? "true" : "false", text: said(at) },
      ...{ feedback: fourOf(EMPTY), right: false },
    }));
    return { ...form, question, options };
  }
  if (question === "number") return { ...form, question };
  const firstRight = form.options.findIndex(({ right }) => right);
  const options = form.options.map((option, at) => ({
    ...option,
    right: option.right && (question === "multiple" || at === firstRight),
  }));
  return { ...form, question, options };
}

const texts = (four: Four): { readonly feedback?: Partial<Four> } =>
  isBlank(four) ? {} : { feedback: localizedOf(four) };

const isMissing = (four: Four, language: ContentLanguage): boolean =>
  (four[language] ?? "").trim() === "";

/**
 * The item that a form makes, or all that it lacks. Whatever is asked must be there in the language that the course is written in;
 * other languages may follow.
 */
export function itemOf(
  form: ItemForm,
  {
    id,
    source,
    reader,
  }: { readonly id: string; readonly source: ContentLanguage; readonly reader: Language },
): { readonly item: Item } | { readonly faults: readonly ItemFault[] } {
  const faults: ItemFault[] = isMissing(form.prompt, source) ? [{ code: "prompt" }] : [];
  const head = {
    id,
    question: form.question,
    prompt: localizedOf(form.prompt),
    ...texts(form.feedback),
  };
  if (form.question === "number") {
    const value = readNumber(form.value, reader);
    const tolerance = form.tolerance.trim() === "" ? 0 : readNumber(form.tolerance, reader);
    if (value === undefined) faults.push({ code: "number" });
    if (tolerance === undefined || tolerance < 0) faults.push({ code: "tolerance" });
    if (faults.length > 0) return { faults };
    const unit = form.unit.trim();
    // What is checked above, and by the contract once it arrives.
    return {
      item: {
        ...head,
        options: [],
        number: { value, tolerance, ...(unit && { unit }) },
      } as unknown as Item,
    };
  }
  faults.push(...optionFaults(form, source));
  if (faults.length > 0) return { faults };
  const options = form.options.map(({ id: option, text, right, feedback }) => ({
    ...{ id: option, text: localizedOf(text), right },
    ...texts(feedback),
  }));
  return { item: { ...head, options } as unknown as Item };
}

function optionFaults(
  { question, options }: ItemForm,
  source: ContentLanguage,
): readonly ItemFault[] {
  const faults: ItemFault[] = options.flatMap(({ text }, at) =>
    isMissing(text, source) ? [{ code: "option" as const, at }] : [],
  );
  if (options.length < 2) faults.push({ code: "few" });
  const written = options.flatMap(({ text }) =>
    isMissing(text, source) ? [] : [text[source]?.trim()],
  );
  if (new Set(written).size < written.length) faults.push({ code: "same" });
  const right = options.filter((option) => option.right).length;
  if (right === 0 || (question !== "multiple" && right > 1)) faults.push({ code: "right" });
  return faults;
}

/** Of the languages of its course, those in which something that is asked is still missing. */
export const missingIn = (
  { prompt, options }: Item,
  languages: readonly ContentLanguage[],
): readonly ContentLanguage[] =>
  languages.filter((language) => !prompt[language] || options.some(({ text }) => !text[language]));
