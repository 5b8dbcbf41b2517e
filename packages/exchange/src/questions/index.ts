export { type QuestionOptions, readGift } from "./read-gift.ts";
export { readQuestionsCsv } from "./read-csv.ts";
export { questionOfItem } from "./of-item.ts";
export { plainName } from "../files/plain-name.ts";
export { writeGift, type WrittenQuestion } from "./write-gift.ts";
export { type CsvWriting, writeQuestionsCsv } from "./write-csv.ts";
export * from "../common.ts";
