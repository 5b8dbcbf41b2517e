import type { Item } from "@twiza/contract";
import type { QuestionKind } from "@twiza/contract/marking";
import type { ContentLanguage, Localized } from "@twiza/contract/where";
import { type Four, fourOf } from "../../office/four.ts";
import { creditAs, optionsAs } from "../question/as-kind.ts";
import { type Asking, type Option, tidy } from "../question/asking.ts";

type Kept = Pick<Option, "id" | "right" | "gap" | "spot" | "picture">;
export type OptionForm = Kept & { text: Four; feedback: Four; pair: Four };
/** A graded item as it is being written: everything as it was typed, whatever the kind needs of it. */
export type ItemForm = {
  question: QuestionKind;
  prompt: Four;
  options: OptionForm[];
  value: string;
  tolerance: string;
  unit: string;
  feedback: Four;
  hint: Four;
  credit?: "part" | undefined;
  heard?: true | undefined;
  competencies?: Item["competencies"];
  difficulty?: Item["difficulty"];
  picture?: { media: NonNullable<Asking["picture"]>["media"]; alt: Four } | undefined;
};

const EMPTY: Localized = {};
const blankTexts = () => ({ text: fourOf(EMPTY), feedback: fourOf(EMPTY), pair: fourOf(EMPTY) });

/** An option's name: short, and not one that another option here has or had. */
export function newOptionId(options: readonly { readonly id: string }[]): string {
  const taken = new Set(options.map(({ id }) => id));
  for (let at = 1; ; at += 1) if (!taken.has(`o${String(at)}`)) return `o${String(at)}`;
}

export const blankOption = (options: readonly { readonly id: string }[]): OptionForm => ({
  id: newOptionId(options),
  ...blankTexts(),
  right: false,
});

/** A form with what an item says, or with nothing but two places to write an answer. */
export function formOf(item: Item | undefined, showNumber: (amount: number) => string): ItemForm {
  const key = item?.number;
  const first = blankOption([]);
  const picture = item?.picture;
  return {
    question: item?.question ?? "choice",
    prompt: fourOf(item?.prompt),
    options: item
      ? item.options.map(({ text, feedback, pair, ...option }) => ({
          ...option,
          ...{ text: fourOf(text), feedback: fourOf(feedback), pair: fourOf(pair) },
        }))
      : [first, blankOption([first])],
    value: key ? showNumber(key.value) : "",
    tolerance: key ? showNumber(key.tolerance) : "",
    unit: key?.unit ?? "",
    feedback: fourOf(item?.feedback),
    hint: fourOf(item?.hint),
    ...(item?.credit ? { credit: item.credit } : {}),
    ...(item?.heard ? { heard: item.heard } : {}),
    ...(item?.competencies ? { competencies: item.competencies } : {}),
    ...(item?.difficulty ? { difficulty: item.difficulty } : {}),
    ...(picture ? { picture: { media: picture.media, alt: fourOf(picture.alt) } } : {}),
  };
}

/** A form that was begun before there were hints and pairs. */
export const completed = (form: ItemForm): ItemForm => ({
  ...form,
  hint: fourOf(form.hint),
  options: form.options.map((option) => ({ ...option, pair: fourOf(option.pair) })),
});

/** What a form says in one language. */
export function askingIn(
  { question, options, hint, credit, heard, picture }: ItemForm,
  language: ContentLanguage,
): Asking {
  return tidy<Asking>({
    question,
    credit,
    heard,
    hint: hint[language] ?? "",
    picture: picture && { media: picture.media, alt: picture.alt[language] ?? "" },
    options: options.map(({ text, feedback, pair, ...option }) =>
      tidy<Option>({
        ...option,
        text: text[language] ?? "",
        feedback: feedback[language] ?? "",
        pair: pair[language] ?? "",
      }),
    ),
    number: undefined,
  });
}

/** The form after one of its languages was written in; what is no word is that of all languages. */
export function withAsking(form: ItemForm, language: ContentLanguage, asking: Asking): ItemForm {
  const said = (four: Four, words = ""): Four => ({ ...four, [language]: words });
  const { question, credit, heard, hint, picture } = asking;
  return {
    ...form,
    question,
    credit,
    heard,
    hint: said(form.hint, hint),
    picture: picture && {
      media: picture.media,
      alt: said(form.picture?.alt ?? fourOf(EMPTY), picture.alt),
    },
    options: asking.options.map(({ text, feedback, pair, ...option }) => {
      const had = form.options.find(({ id }) => id === option.id) ?? blankTexts();
      return {
        ...option,
        text: said(had.text, text),
        feedback: said(had.feedback, feedback),
        pair: said(had.pair, pair),
      };
    }),
  };
}

/** The two answers of true and false in every language of the course. */
export type Truths = Readonly<Record<ContentLanguage, readonly [string, string]>>;

/** The same words as another kind of question; true and false bring their own. */
export function asKind(form: ItemForm, question: QuestionKind, truths: Truths): ItemForm {
  const credit = creditAs(form.question, question, form.credit);
  if (question === "number") return { ...form, question, credit };
  if (question === "truefalse") {
    const said = (at: 0 | 1): Four =>
      fourOf(Object.fromEntries(Object.entries(truths).map(([each, both]) => [each, both[at]])));
    const options = ([0, 1] as const).map((at) => ({
      ...blankTexts(),
      ...{ id: at === 0 ? "true" : "false", text: said(at), right: false },
    }));
    return { ...form, question, credit, options };
  }
  let known: readonly { readonly id: string }[] = form.options;
  const options = optionsAs(form.options, question, {
    isBlank: ({ text, pair }) => [text, pair].every((four) => Object.values(four).every((words) => !words.trim())), // prettier-ignore
    fresh: (right) => {
      const option = { ...blankOption(known), right: right && question !== "choice" };
      known = [...known, option];
      return option;
    },
  });
  return { ...form, question, credit, options };
}

/** Of the languages of its course, those in which something that is asked is still missing. */
export const missingIn = (
  { prompt, options, picture }: Item,
  languages: readonly ContentLanguage[],
): readonly ContentLanguage[] =>
  languages.filter((language) =>
    [
      prompt,
      ...(picture ? [picture.alt] : []),
      ...options.flatMap(({ text, pair }) => [text, ...(pair ? [pair] : [])]),
    ].some((words) => !words[language]),
  );
