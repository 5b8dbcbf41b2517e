/** What can be said of a question before what makes a file of it is there: small, so that a page may ask. */
export {
  isHeld,
  isShownIn,
  QUESTION_FORMATS,
  type QuestionFormat,
  type ShownFormat,
  type WordsFormat,
} from "./held.ts";
export { questionOfItem } from "./of-item.ts";
