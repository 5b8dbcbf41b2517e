import type { Unanswerable } from "@twiza/contract/marking";
import type { ContentLanguage } from "@twiza/contract/where";
import type { Of } from "../blocks.ts";

export type Option = Of<"question">["options"][number];
/** What belongs to a question beside what is asked, in one language: of a question of practice and of a graded one alike. */
export type Asking = Pick<
  Of<"question">,
  "question" | "options" | "credit" | "heard" | "hint" | "picture" | "number"
>;

/** What keeps a question from being asked; the place is that of an option, from 0. */
export type QuestionFault =
  | { readonly code: Unanswerable | "empty" | "no_alt" | "no_answer" | "open_in_test" }
  | { readonly code: "option" | "pair"; readonly at: number };

/** A question at its author's desk, in the language that she writes. */
export type Writing = {
  readonly asking: Asking;
  /** What is asked, as plain text: of a cloze it holds the gaps. */
  readonly prompt: string;
  readonly language: ContentLanguage;
  readonly editable: boolean;
  /** What is seen is chosen where the question is written first; here are only its words. */
  readonly isTranslation: boolean;
  /** The same in the language that it was written in first, to be read beside the fields. */
  readonly original?: Asking | undefined;
  readonly faults: readonly QuestionFault[];
  readonly newId: () => string;
  readonly put: (asking: Asking) => void;
  /** Puts something in the place of the words that are marked in what is asked. */
  readonly replaceMarked: (by: (marked: string) => string) => void;
};

type Change = { readonly [Name in keyof Option]?: Option[Name] | undefined };

/** The same without what is not there. */
export const tidy = <Thing extends object>(thing: {
  readonly [Name in keyof Thing]: Thing[Name] | undefined;
}): Thing =>
  // What is left has the names that it had, and a value for each.
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as Thing;

export const putOptions = ({ asking, put }: Writing, options: readonly Option[]): void =>
  put({ ...asking, options: [...options] });

/** Changes one option; what becomes `undefined` goes. */
export const changeOption = (writing: Writing, id: string, change: Change): void =>
  putOptions(
    writing,
    writing.asking.options.map((option) =>
      option.id === id ? tidy<Option>({ ...option, ...change }) : option,
    ),
  );

export const removeOption = (writing: Writing, id: string): void =>
  putOptions(
    writing,
    writing.asking.options.filter((option) => option.id !== id),
  );

/** Exchanges one with the one before or behind it. */
export function moveOption(writing: Writing, at: number, by: 1 | -1): void {
  const { options } = writing.asking;
  const [one, other] = [options[at], options[at + by]];
  if (one && other) putOptions(writing, options.with(at, other).with(at + by, one));
}

/** Another one behind the others. @returns its name */
export function addOption(writing: Writing, like: Partial<Omit<Option, "id">> = {}): string {
  const id = writing.newId();
  putOptions(writing, [...writing.asking.options, { text: "", right: false, ...like, id }]);
  return id;
}

export const hasFault = (
  { faults }: Pick<Writing, "faults">,
  code: QuestionFault["code"],
  at?: number,
): boolean =>
  faults.some((fault) => fault.code === code && ("at" in fault ? fault.at === at : true));

/** What the same option says where the question was written first; nothing where that is this language. */
export const originalOf = ({ original }: Writing, id: string): Option | undefined =>
  original?.options.find((option) => option.id === id);

/** The words of the language that it was written in first, and where there are none what helps to write them. */
export const wordsOrHelp = (words: string | undefined, help: string | undefined) =>
  words === "" ? help : (words ?? help);
