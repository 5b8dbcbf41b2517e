import { gapsIn, gapsOf, isChosen, withGaps } from "@twiza/contract/marking";
import { plainTextOf } from "../compose/rich-text.ts";
import { oneLine } from "../flow/one-line.ts";
import { optionName } from "../questions/option-name.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { tag, xmlText } from "../xml/write-xml.ts";
import { declaration, inline, modal, type Option, outcome, type Parts, plainHtml, richHtml } from "./write-parts.ts"; // prettier-ignore
import type { Saying } from "./write-rules.ts";

const entry = (identifier: string, length: number): string =>
  tag("qti-text-entry-interaction", {
    "response-identifier": identifier,
    "expected-length": length,
  });

/** What may be written, what it is worth, and what is said to it. */
function writtenParts(options: readonly Option[], response: string, feedback: string) {
  const said = options.flatMap(
    ({ text, feedback: words }, at) =>
    words ? [{ text, words, name: `${feedback === "FEEDBACK" ? "" : `${feedback}_`}${optionName(at)}` }] : [], // prettier-ignore
  );
  const first = options.find(({ right }) => right)?.text;
  const saying: Saying = { to: "written", response, outcome: feedback, words: said };
  return {
    declarations: [
      declaration({
        identifier: response,
        type: "string",
        correct: first === undefined ? [] : [first],
        worth: options.map(({ text, right }) => [text, right ? 1 : 0]),
      }),
      ...(said.length > 0 ? [outcome(feedback, "single")] : []),
    ],
    sayings: said.length > 0 ? [saying] : [],
    modals: said.map(({ name, words }) => modal(feedback, name, words)),
    length: Math.max(5, ...options.map(({ text }) => text.length)),
  };
}

export function shortParts({ options }: WrittenQuestion): Parts {
  const { length, ...parts } = writtenParts(options, "RESPONSE", "FEEDBACK");
  return { ...parts, body: tag("p", {}, entry("RESPONSE", length)), scoring: { by: "mapping" } };
}

export function numberParts({ number }: WrittenQuestion): Parts {
  const { value = 0, tolerance = 0, unit } = number ?? {};
  const beside = unit === undefined ? "" : ` ${tag("span", { "data-unit": unit }, xmlText(unit))}`;
  return {
    declarations: [declaration({ type: "float", correct: [String(value)] })],
    body: tag("p", {}, entry("RESPONSE", 12), beside),
    scoring: { by: "near", tolerance },
    sayings: [],
    modals: [],
  };
}

type Gap = Omit<Parts, "scoring">;

/** A gap with something wrong in it is a list; else one writes. */
function gapParts(all: readonly Option[], gap: string): Gap {
  const options = all.filter((option) => option.gap === gap);
  const [response, feedback] = [`GAP_${gap}`, `FEEDBACK_${gap}`];
  if (!isChosen(all, gap)) {
    const { length, ...parts } = writtenParts(options, response, feedback);
    return { ...parts, body: entry(response, length) };
  }
  const correct = options.flatMap(({ right }, at) => (right ? [optionName(at)] : []));
  const choices = options.map(({ text, feedback: words }, at) => {
    const identifier = optionName(at);
    return tag("qti-inline-choice", { identifier }, xmlText(oneLine(text)), inline(feedback, identifier, words)); // prettier-ignore
  });
  const isSaid = options.some((option) => option.feedback);
  return {
    declarations: [
      declaration({ identifier: response, type: "identifier", correct: correct.slice(0, 1), worth: correct.map((name) => [name, 1]) }), // prettier-ignore
      ...(isSaid ? [outcome(feedback, "single")] : []),
    ],
    body: tag("qti-inline-choice-interaction", { "response-identifier": response, shuffle: "true" }, ...choices), // prettier-ignore
    sayings: isSaid ? [{ to: "chosen", response, outcome: feedback }] : [],
    modals: [],
  };
}

/** A text with its gaps in it; marks are left out where a gap stands half in one. */
export function clozeParts({ prompt, options, credit }: WrittenQuestion): Parts {
  const rich = richHtml(prompt);
  const names = gapsOf(options);
  const isWhole = gapsIn(rich).length === names.length;
  const html = isWhole ? rich : tag("p", {}, plainHtml(plainTextOf(prompt)));
  const gaps = new Map(names.map((name) => [name, gapParts(options, name)]));
  const seen = new Set<string>();
  const body = withGaps(html, (name) => {
    const isAgain = seen.has(name);
    seen.add(name);
    return isAgain ? "…" : (gaps.get(name)?.body ?? "");
  });
  const all = [...gaps.values()];
  const scored = names.map((name) => ({ identifier: `GAP_${name}`, isMapped: true }));
  return {
    declarations: all.flatMap((gap) => gap.declarations),
    body,
    scoring: { by: "gaps", isInParts: credit === "part", all: scored },
    sayings: all.flatMap((gap) => gap.sayings),
    modals: all.flatMap((gap) => gap.modals),
  };
}
