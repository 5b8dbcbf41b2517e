import { optionName } from "../questions/option-name.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { tag } from "../xml/write-xml.ts";
import { FEEDBACK, inside, isSaid, type Making, namesOf, simpleChoices } from "./write-choices.ts";
import { declaration, type Option, outcome, type Parts, plainHtml } from "./write-parts.ts";
import type { Saying } from "./write-rules.ts";

/** To what is not chosen one by one, all is said at once. */
const everySaid = (options: readonly Option[]): readonly Saying[] => {
  const names = namesOf(options).filter((_, at) => options[at]?.feedback);
  return names.length > 0 ? [{ to: "every", outcome: FEEDBACK, names }] : [];
};

export function orderParts({ options, credit }: WrittenQuestion, making: Making): Parts {
  return {
    declarations: [
      declaration({ cardinality: "ordered", type: "identifier", correct: namesOf(options) }),
      ...(isSaid(options) ? [outcome(FEEDBACK, "multiple")] : []),
    ],
    body: tag(
      "qti-order-interaction",
      { "response-identifier": "RESPONSE", shuffle: "true", "data-credit": credit },
      simpleChoices(options, making),
    ),
    scoring: { by: "correct" },
    sayings: everySaid(options),
    modals: [],
  };
}

export function matchParts({ options, credit }: WrittenQuestion, making: Making): Parts {
  const pairs = [...new Set(options.map(({ pair = "" }) => pair))];
  const correct = options.map(({ pair = "" }, at) => `${optionName(at)} P${pairs.indexOf(pair) + 1}`); // prettier-ignore
  const name = "qti-simple-associable-choice";
  const asked = options.map((option, at) => {
    const identifier = optionName(at);
    return tag(name, { identifier, "match-max": 1 }, inside(option, identifier, making));
  });
  // Two may belong to the same.
  const offered = pairs.map((pair, at) =>
    tag(name, { identifier: `P${at + 1}`, "match-max": options.length }, plainHtml(pair)),
  );
  const worth = credit === "part" ? correct.map((pair) => [pair, 1] as const) : [];
  return {
    declarations: [
      declaration({ cardinality: "multiple", type: "directedPair", correct, worth }),
      ...(isSaid(options) ? [outcome(FEEDBACK, "multiple")] : []),
    ],
    body: tag(
      "qti-match-interaction",
      { "response-identifier": "RESPONSE", shuffle: "true", "max-associations": options.length },
      tag("qti-simple-match-set", {}, ...asked),
      tag("qti-simple-match-set", {}, ...offered),
    ),
    scoring: { by: worth.length > 0 ? "mapping" : "correct" },
    sayings: everySaid(options),
    modals: [],
  };
}
