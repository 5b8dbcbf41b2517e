import { optionName } from "../questions/option-name.ts";
import { type Library, outPicture } from "../questions/out-picture.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { tag } from "../xml/write-xml.ts";
import { declaration, img, inline, type Option, outcome, type Parts, type Placed, plainHtml, type Shelf } from "./write-parts.ts"; // prettier-ignore

export type Making = {
  readonly library: Library;
  readonly shelf: Shelf;
  /** The picture that is asked about. */
  readonly picture: (Placed & { readonly alt: string }) | undefined;
};

export const FEEDBACK = "FEEDBACK";
export const namesOf = (options: readonly Option[]): string[] =>
  options.map((_, at) => optionName(at));
export const isSaid = (options: readonly Option[]): boolean =>
  options.some(({ feedback }) => feedback);

/** Words, a picture, and what is said to them. */
export function inside(
  { text, picture, feedback }: Option,
  name: string,
  { library, shelf }: Making,
): string {
  // prettier-ignore
  const shown = outPicture(picture, library);
  const image = shown ? img(shelf(shown), text) : "";
  return plainHtml(text) + image + inline(FEEDBACK, name, feedback);
}

export const simpleChoices = (options: readonly Option[], making: Making): string =>
  options
    .map((option, at) => {
      const identifier = optionName(at);
      return tag("qti-simple-choice", { identifier }, inside(option, identifier, making));
    })
    .join("");

/** What is right counts one, what is wrong one less: whoever chooses all gains nothing by it. */
export const worthOf = ({ credit, options }: WrittenQuestion) =>
  credit === "part"
    ? options.map(({ right }, at) => [optionName(at), right ? 1 : -1] as const)
    : [];
export const rightNames = (options: readonly Option[]): string[] =>
  options.flatMap(({ right }, at) => (right ? [optionName(at)] : []));

export function choiceParts(question: WrittenQuestion, making: Making): Parts {
  const { options, question: kind } = question;
  const isScale = kind === "likert";
  const isMultiple = kind === "multiple";
  const cardinality = isMultiple ? "multiple" : "single";
  const worth = isMultiple ? worthOf(question) : [];
  const said = isSaid(options);
  const attributes = {
    "response-identifier": "RESPONSE",
    shuffle: String(kind !== "truefalse" && !isScale),
    "max-choices": isMultiple ? 0 : 1,
    "data-kind": kind === "truefalse" || isScale ? kind : undefined,
  };
  return {
    declarations: [
      declaration({ cardinality, type: "identifier", correct: rightNames(options), worth }),
      ...(said ? [outcome(FEEDBACK, cardinality)] : []),
    ],
    body: tag("qti-choice-interaction", attributes, simpleChoices(options, making)),
    scoring: { by: isScale ? "nobody" : worth.length > 0 ? "mapping" : "correct" },
    sayings: said ? [{ to: "chosen", response: "RESPONSE", outcome: FEEDBACK }] : [],
    modals: [],
  };
}
