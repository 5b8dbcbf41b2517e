import { tag, xmlText } from "../xml/write-xml.ts";

const TEMPLATES = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/";

const variable = (identifier: string): string => tag("qti-variable", { identifier });
const correct = (identifier: string): string => tag("qti-correct", { identifier });
const base = (type: string, value: string): string =>
  tag("qti-base-value", { "base-type": type }, xmlText(value));
const set = (identifier: string, ...value: readonly string[]): string =>
  tag("qti-set-outcome-value", { identifier }, ...value);
const when = (condition: string, ...then: readonly string[]): string =>
  tag("qti-response-condition", {}, tag("qti-response-if", {}, condition, ...then));

/** How an item is scored; by nobody where nothing is right. `all`: its answers, each of which has to be right, or is a part of its own. */
export type Scoring =
  | { readonly by: "nobody" }
  | { readonly by: "correct" | "mapping" }
  | { readonly by: "near"; readonly tolerance: number }
  | { readonly by: "gaps"; readonly isInParts: boolean; readonly all: readonly GapScoring[] };
type GapScoring = { readonly identifier: string; readonly isMapped: boolean };

const isRight = ({ identifier, isMapped }: GapScoring): string =>
  isMapped
    ? tag("qti-gt", {}, tag("qti-map-response", { identifier }), base("float", "0"))
    : tag("qti-match", {}, variable(identifier), correct(identifier));

function scoreRules(scoring: Scoring): string {
  switch (scoring.by) {
    case "nobody":
      return "";
    case "correct":
      return when(isRight({ identifier: "RESPONSE", isMapped: false }), set("SCORE", base("float", "1"))); // prettier-ignore
    case "mapping":
      return when(tag("qti-not", {}, tag("qti-is-null", {}, variable("RESPONSE"))), set("SCORE", tag("qti-map-response", { identifier: "RESPONSE" }))); // prettier-ignore
    case "near": {
      const { tolerance } = scoring;
      const range = { "tolerance-mode": "absolute", tolerance: `${tolerance} ${tolerance}` };
      return when(tag("qti-equal", range, variable("RESPONSE"), correct("RESPONSE")), set("SCORE", base("float", "1"))); // prettier-ignore
    }
    case "gaps": {
      const one = base("float", "1");
      if (!scoring.isInParts) return when(tag("qti-and", {}, ...scoring.all.map(isRight)), set("SCORE", one)); // prettier-ignore
      return scoring.all
        .map((gap) => when(isRight(gap), set("SCORE", tag("qti-sum", {}, variable("SCORE"), one))))
        .join("");
    }
  }
}

/** What is said after an answer: at once, for what was chosen, or for what was written. */
export type Saying =
  | { readonly to: "all" }
  | { readonly to: "chosen"; readonly response: string; readonly outcome: string }
  | { readonly to: "every"; readonly outcome: string; readonly names: readonly string[] }
  | {
      readonly to: "written";
      readonly response: string;
      readonly outcome: string;
      readonly words: readonly { readonly text: string; readonly name: string }[];
    };

function sayingRules(saying: Saying): string {
  switch (saying.to) {
    case "all":
      return set("GENERAL", base("identifier", "ALL"));
    case "chosen":
      return set(saying.outcome, variable(saying.response));
    case "every":
      return set(saying.outcome, tag("qti-multiple", {}, ...saying.names.map((name) => base("identifier", name)))); // prettier-ignore
    case "written":
      return tag("qti-response-condition", {}, ...saying.words.map(({ text, name }, at) =>
        tag(
          at === 0 ? "qti-response-if" : "qti-response-else-if",
          {},
          tag("qti-string-match", { "case-sensitive": "false" }, variable(saying.response), base("string", text)), // prettier-ignore
          set(saying.outcome, base("identifier", name)),
        ),
      )); // prettier-ignore
  }
}

/** Rules by which an answer is judged; by name where the standard has them, and nothing is said besides. */
export function processing(scoring: Scoring, sayings: readonly Saying[]): string {
  if (sayings.length === 0 && scoring.by === "nobody") return "";
  const isNamed = sayings.length === 0 && (scoring.by === "correct" || scoring.by === "mapping");
  if (isNamed) {
    const name = scoring.by === "correct" ? "match_correct" : "map_response";
    return tag("qti-response-processing", { template: `${TEMPLATES}${name}.xml` });
  }
  return tag("qti-response-processing", {}, scoreRules(scoring), ...sayings.map(sayingRules));
}
