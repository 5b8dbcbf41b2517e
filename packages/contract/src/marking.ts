/** The door to how answers are marked: rules that phones and the server both ask. No zod is in it. */
export {
  tellsNothing,
  unanswerable,
  type Unanswerable,
  unfitForTest,
} from "./marking/answerable.ts";
export {
  type Asked,
  type AskedOption,
  type GapAnswer,
  type Given,
  type Mark,
  MARK_RULES,
  type MarkRule,
  saidAs,
  type Words,
} from "./marking/asked.ts";
export { gapsIn, gapsOf, isChosen, withGaps } from "./marking/gaps.ts";
export {
  HEARD_KINDS,
  isMarked,
  MARKED_KINDS,
  MOST_GAPS,
  MOST_OPTIONS,
  OPTION_LIMITS,
  PARTIAL_KINDS,
  QUESTION_KINDS,
  type QuestionKind,
  SCALE_STEPS,
  SPOT_SCALE,
} from "./marking/kinds.ts";
export { asCompared, isLike, sameWords } from "./marking/likeness.ts";
export { mark, MARKING, wordOf } from "./marking/mark.ts";
export { withSteps } from "./marking/scale.ts";
