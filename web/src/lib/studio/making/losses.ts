import { isHeld, isShownIn, type QuestionFormat, questionOfItem } from "@twiza/exchange/held";
import type { Item } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { showNumber, t } from "../../i18n.svelte.ts";
import { isWholeIn } from "./in-languages.ts";

type Out = {
  readonly items: readonly Item[];
  readonly language: ContentLanguage;
  readonly format: QuestionFormat;
};

/** Whether all of a graded item is said in the language, and whether the file has a place for it. */
function stateOf(item: Item, { language, format }: Omit<Out, "items">): "out" | "lacks" | "stays" {
  const question = isWholeIn(item, language) ? questionOfItem(item, language) : undefined;
  if (!question) return "lacks";
  return isHeld(format, question) ? "out" : "stays";
}

const counted = (items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length;
const isWhole =
  (...kinds: readonly Item["question"][]) =>
  ({ question, credit }: Item): boolean =>
    kinds.includes(question) && credit !== "part";
const hasHint = ({ hint }: Item): boolean => hint !== undefined;
const isShown = ({ picture, options }: Item): boolean =>
  picture !== undefined || options.some((option) => option.picture);

const isTied = ({ competencies, difficulty }: Item): boolean =>
  competencies !== undefined || difficulty !== undefined;

/** What only we read of a file that other platforms read too. */
function ofOurs(items: readonly Item[]): string[] {
  const [units, hints, orders, wholes] = [
    counted(items, ({ number }) => number?.unit !== undefined),
    counted(items, hasHint),
    counted(items, ({ question }) => question === "order"),
    counted(items, isWhole("multiple", "match", "order")),
  ];
  return [
    ...(units > 0 ? [t("making.questions.units", { count: units })] : []),
    ...(hints > 0 ? [t("making.questions.hints", { count: hints })] : []),
    ...(orders > 0 ? [t("making.questions.orders", { count: orders })] : []),
    ...(wholes > 0 ? [t("making.questions.wholes", { count: wholes })] : []),
  ];
}

/** What Moodle does otherwise: it says nothing to answers that are matched or put in order, and counts most others in part. */
function ofMoodle(items: readonly Item[]): string[] {
  const isMute = ({ question, options }: Item): boolean =>
    (question === "match" || question === "order") && options.some(({ feedback }) => feedback);
  const [unsaid, wholes] = [counted(items, isMute), counted(items, isWhole("multiple", "match", "cloze"))]; // prettier-ignore
  return [
    ...(unsaid > 0 ? [t("making.questions.unsaid", { count: unsaid })] : []),
    ...(wholes > 0 ? [t("making.questions.wholes", { count: wholes })] : []),
  ];
}

/** What QTI does otherwise: an order is right or wrong, and a hint is for whoever teaches. */
function ofQti(items: readonly Item[]): string[] {
  const isPart = ({ question, credit }: Item): boolean => question === "order" && credit === "part";
  const [hints, parts] = [counted(items, hasHint), counted(items, isPart)];
  return [
    ...(hints > 0 ? [t("making.questions.hints", { count: hints })] : []),
    ...(parts > 0 ? [t("making.questions.parts", { count: parts })] : []),
  ];
}

const OTHERWISE: Readonly<Record<QuestionFormat, (items: readonly Item[]) => readonly string[]>> = {
  moodle: ofMoodle,
  qti: ofQti,
  gift: ofOurs,
  csv: () => [],
  aiken: () => [t("making.questions.answersOnly")],
};

/** How many graded items go out into a file, and what of them it cannot hold: those that stay by their numbers in the test. */
export function lossesOf({ items, ...way }: Out): { count: number; sentences: string[] } {
  const states = items.map((item) => stateOf(item, way));
  const out = items.filter((_, at) => states[at] === "out");
  const lacking = counted(items, (item) => states[items.indexOf(item)] === "lacks");
  const staying = states.flatMap((state, at) => (state === "stays" ? [showNumber(at + 1)] : []));
  const pictures = isShownIn(way.format) ? 0 : counted(out, isShown);
  const sentences = [
    ...(lacking > 0 ? [t("making.questions.lacking", { count: lacking })] : []),
    ...(staying.length > 0
      ? [t("making.questions.noPlace", { count: staying.length, numbers: staying.join(" · ") })]
      : []),
    ...(pictures > 0 ? [t("making.questions.pictures", { count: pictures })] : []),
    ...OTHERWISE[way.format](out),
    ...(out.some(isTied) ? [t("making.questions.shows")] : []),
    t("making.questions.voices"),
    t("making.questions.back"),
  ];
  return { count: out.length, sentences };
}
