import {
  plainName,
  questionOfItem,
  writeAiken,
  writeGift,
  writeQuestionsCsv,
} from "@twiza/exchange/questions";
import type { WordsFormat } from "@twiza/exchange/held";
import type { Item } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { download } from "./download.ts";

type Wish = {
  readonly title: string;
  readonly items: readonly Item[];
  readonly language: ContentLanguage;
  readonly format: WordsFormat;
};

/** What a file is called at its end, and how it is made. Other platforms take GIFT and Aiken as plain texts. */
const FILES = {
  gift: { type: "text/plain", ending: "gift.txt", write: writeGift },
  aiken: { type: "text/plain", ending: "aiken.txt", write: writeAiken },
  csv: { type: "text/csv", ending: "csv", write: writeQuestionsCsv },
} as const;

/** Puts the questions of a test in one language among its author's downloads, with their answers. */
export function handOutQuestions({ title, items, language, format }: Wish): void {
  const questions = items.flatMap((item) => questionOfItem(item, language) ?? []);
  const name = `${plainName(title) || "twiza"}-${language}`;
  const { type, ending, write } = FILES[format];
  download(new Blob([write(questions)], { type }), `${name}.${ending}`);
}
