import { oneLine } from "../flow/one-line.ts";
import { written } from "../markdown/front-matter.ts";
import type { AssignmentPart, WrittenAssignment, WrittenCriterion } from "./written.ts";

const isLikeOurs = /^(?:## ?|[-*] \[|---|\\)/;

const criterionOf = ({ name, weight, leastLevel, title, levels }: WrittenCriterion): string[] => [
  `## ${oneLine(title)} {#${name} weight=${weight}}`.replace("##  {", "## {"),
  "",
  ...levels.map(({ percent, text }, at) =>
    `- [${at === leastLevel ? "!" : " "}] ${percent} % ${oneLine(text)}`.trimEnd(),
  ),
  "",
];

const partOf = (
  { language, title, task, criteria }: AssignmentPart,
  settings: readonly string[],
): string =>
  [
    "---",
    ...written("title", title),
    `language: ${language}`,
    ...settings,
    "---",
    "",
    ...(task === ""
      ? []
      : [...task.split("\n").map((line) => (isLikeOurs.test(line) ? `\\${line}` : line)), ""]),
    ...criteria.flatMap(criterionOf),
  ].join("\n");

/** An assignment as a text that `readAssignment` reads back to the same. Lines within a level become one. */
export function writeAssignment({ parts, ...settings }: WrittenAssignment): string {
  const { takes, leastPercent, triesAllowed, anonymous, apart } = settings;
  const said = [
    `takes: ${takes.join(", ")}`,
    `least: ${leastPercent}`,
    `tries: ${triesAllowed}`,
    ...(anonymous ? ["anonymous: yes"] : []),
    ...(apart === undefined ? [] : [`second: ${apart}`]),
  ];
  return parts.map((part, at) => partOf(part, at > 0 ? [] : said)).join("\n");
}
