import type { Item } from "@twiza/contract";
import {
  gapsIn,
  gapsOf,
  HEARD_KINDS,
  isMarked,
  PARTIAL_KINDS,
  unanswerable,
  type Unanswerable,
  unfitForTest,
} from "@twiza/contract/marking";
import type { ContentLanguage, Language } from "@twiza/contract/where";
import { type Four, isBlank, localizedOf } from "../../office/four.ts";
import { readNumber } from "../../number.ts";
import { type QuestionFault, tidy } from "../question/asking.ts";
import type { ItemForm, OptionForm } from "./item-form.ts";

/** Why a form is no item yet. */
export type ItemFault = QuestionFault | { readonly code: "prompt" | "number" | "tolerance" };
type Made = { readonly item: Item } | { readonly faults: readonly ItemFault[] };
type About = {
  readonly id: string;
  readonly source: ContentLanguage;
  readonly reader: Language;
  /** It is asked in a test. */
  readonly isGraded?: boolean;
};

const unlessBlank = (four: Four) => (isBlank(four) ? undefined : localizedOf(four));
const isMissing = (four: Four, language: ContentLanguage): boolean =>
  (four[language] ?? "").trim() === "";

/**
 * The item that a form makes, or all that it lacks. Whatever is asked must be there in the language that the course is written in;
 * other languages may follow.
 */
export function itemOf(written: ItemForm, about: About): Made {
  const form = written.question === "likert" ? withStepNumbers(written) : written;
  const { question, picture } = form;
  const faults: ItemFault[] = [];
  if (isMissing(form.prompt, about.source)) faults.push({ code: "prompt" });
  if (picture && isMissing(picture.alt, about.source)) faults.push({ code: "no_alt" });
  const isNumber = question === "number";
  const number = isNumber ? numberOf(form, about.reader, faults) : undefined;
  if (!isNumber) faults.push(...optionFaults(form, about.source));
  const item = tidy({
    id: about.id,
    question,
    prompt: localizedOf(form.prompt),
    options: isNumber ? [] : form.options.map((option) => optionOf(form, option)),
    number,
    credit: PARTIAL_KINDS.includes(question) ? form.credit : undefined,
    heard: HEARD_KINDS.includes(question) ? form.heard : undefined,
    feedback: unlessBlank(form.feedback),
    hint: unlessBlank(form.hint),
    competencies: form.competencies?.length ? form.competencies : undefined,
    difficulty: form.difficulty,
    picture: picture && { media: picture.media, alt: localizedOf(picture.alt) },
  });
  // The server asks the same.
  const code = (about.isGraded ? unfitForTest(item) : undefined) ?? unanswerable(item);
  if (code && !isSaid(code, faults)) faults.push({ code });
  // What is checked above, and by the contract once it arrives.
  return faults.length > 0 ? { faults } : { item: item as unknown as Item };
}

/** Whether it is told already, at the field that is to be mended. */
function isSaid(code: Unanswerable | "open_in_test", faults: readonly ItemFault[]): boolean {
  const has = (...codes: readonly ItemFault["code"][]): boolean =>
    faults.some((fault) => codes.includes(fault.code));
  if (code === "no_number") return has("number", "tolerance");
  if (code === "no_pair") return has("pair");
  return code === "gap_astray" && has("prompt");
}

function numberOf(form: ItemForm, reader: Language, faults: ItemFault[]) {
  const value = readNumber(form.value, reader);
  const tolerance = form.tolerance.trim() === "" ? 0 : readNumber(form.tolerance, reader);
  if (value === undefined) faults.push({ code: "number" });
  if (tolerance === undefined || tolerance < 0) faults.push({ code: "tolerance" });
  const unit = form.unit.trim();
  if (value === undefined || tolerance === undefined) return undefined;
  return { value, tolerance, ...(unit && { unit }) };
}

/** A scale, in which a step between the ends that has no words has its number in every language that is asked in. */
function withStepNumbers(form: ItemForm): ItemForm {
  const last = form.options.length - 1;
  const asked = Object.keys(form.prompt).filter((language) => !isMissing(form.prompt, language));
  const numbered = ({ text, ...option }: OptionForm, at: number): OptionForm => {
    const lacking = asked.filter((language) => isMissing(text, language));
    const numbers = Object.fromEntries(lacking.map((language) => [language, String(at + 1)]));
    return { ...option, text: { ...text, ...numbers } };
  };
  return {
    ...form,
    options: form.options.map((option, at) =>
      at > 0 && at < last ? numbered(option, at) : option,
    ),
  };
}

/** An option with what its kind of question has, and nothing that another kind has left behind. */
function optionOf({ question }: ItemForm, { id, text, right, ...option }: OptionForm) {
  const isPlain = question === "choice" || question === "multiple";
  const hasWord = isMarked(question) && !["match", "order", "cloze"].includes(question);
  return tidy({
    id,
    text: localizedOf(text),
    right: isMarked(question) && right,
    feedback: hasWord ? unlessBlank(option.feedback) : undefined,
    pair: question === "match" ? unlessBlank(option.pair) : undefined,
    gap: question === "cloze" ? option.gap : undefined,
    spot: question === "hotspot" ? option.spot : undefined,
    picture: isPlain ? option.picture : undefined,
  });
}

function optionFaults({ question, options }: ItemForm, source: ContentLanguage): QuestionFault[] {
  const faults = options.flatMap(({ text, pair }, at): QuestionFault[] => [
    ...(isMissing(text, source) ? [{ code: "option" as const, at }] : []),
    ...(question === "match" && isMissing(pair, source) ? [{ code: "pair" as const, at }] : []),
  ]);
  const isCloze = question === "cloze";
  // Two gaps may want the same word.
  const told = options.flatMap(({ text, gap = "" }) =>
    isMissing(text, source) ? [] : [`${isCloze ? gap : ""} ${text[source]?.trim() ?? ""}`],
  );
  if (new Set(told).size < told.length) faults.push({ code: "same_options" });
  return faults;
}

/** The language that is to be mended first: of a cloze one whose text lacks a gap, and else that of the course. */
export function languageToMend(
  { prompt, options }: ItemForm,
  faults: readonly ItemFault[],
  source: ContentLanguage,
): ContentLanguage {
  if (!faults.some(({ code }) => code === "gap_astray")) return source;
  const named = gapsOf(options);
  const isWhole = (text: string): boolean => {
    const gaps = gapsIn(text);
    return gaps.length === named.length && gaps.every((gap) => named.includes(gap));
  };
  const astray = Object.entries(prompt).find(([, text]) => text.trim() !== "" && !isWhole(text));
  return astray?.[0] ?? source;
}
