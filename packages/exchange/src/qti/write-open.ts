import type { WrittenQuestion } from "../questions/written-question.ts";
import { tag } from "../xml/write-xml.ts";
import { declaration, type Parts, rubric } from "./write-parts.ts";

/** Words of one's own, which no rule scores; what to look for in them is for whoever does. */
export function openParts({ options }: WrittenQuestion): Parts {
  const attributes = { "response-identifier": "RESPONSE", "expected-lines": 8 };
  const points = options.map(({ text }) => rubric({ view: "scorer", use: "ext:point" }, text));
  return {
    declarations: [declaration({ type: "string", correct: [] })],
    body: tag("qti-extended-text-interaction", attributes) + points.join(""),
    scoring: { by: "nobody" },
    sayings: [],
    modals: [],
  };
}
