import { plainName, questionOfItem, writeGift, writeQuestionsCsv } from "@twiza/exchange/questions";
import type { Item } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { download } from "./download.ts";

export type Format = "gift" | "csv";
type Wish = {
  readonly title: string;
  readonly items: readonly Item[];
  readonly language: ContentLanguage;
  readonly format: Format;
};

/** Puts the questions of a test in one language among its author's downloads, with their answers. */
export function handOutQuestions({ title, items, language, format }: Wish): void {
  const questions = items.flatMap((item) => questionOfItem(item, language) ?? []);
  const name = `${plainName(title) || "twiza"}-${language}`;
  // Other platforms take GIFT as a plain text; what it is, its braces say.
  if (format === "gift")
    download(new Blob([writeGift(questions)], { type: "text/plain" }), `${name}.gift.txt`);
  else download(new Blob([writeQuestionsCsv(questions)], { type: "text/csv" }), `${name}.csv`);
}
