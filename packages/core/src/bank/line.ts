import {
  BANK_PARTS,
  type BankIndexLine,
  type BankItemRow,
  BANK_LIMITS,
  type Item,
  type ItemId,
} from "@twiza/contract";

/** In which part of the index an item stands. Names end by chance, so that parts grow alike. Pure. */
export const partOf = (id: ItemId): number => Number.parseInt(id.slice(-2), 16) % BANK_PARTS;

/** The beginning of a text on one line, by code points. */
const beginningOf = (text: string): string =>
  Array.from(text.replaceAll(/\s+/gu, " ").trim()).slice(0, BANK_LIMITS.excerpt).join("").trim();

const excerptOf = (prompt: Item["prompt"]): BankIndexLine["prompt"] =>
  Object.fromEntries(
    Object.entries(prompt).flatMap(([language, text]) => text ? [[language, beginningOf(text)]] : []),
  ); // prettier-ignore

/** What the index has of an item. Pure. */
export const lineOf = ({ item, tags, changedAt }: BankItemRow): BankIndexLine => ({
  id: item.id,
  question: item.question,
  prompt: excerptOf(item.prompt),
  tags,
  ...(item.difficulty ? { difficulty: item.difficulty } : {}),
  ...(item.competencies ? { competencies: item.competencies } : {}),
  changedAt,
});
