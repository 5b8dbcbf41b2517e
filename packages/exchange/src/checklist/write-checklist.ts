import { oneLine } from "../flow/one-line.ts";
import { written } from "../markdown/front-matter.ts";
import type { ChecklistPart, WrittenChecklist, WrittenPoint } from "./written.ts";

const isLikeOurs = /^(?:[-*] \[|---|\\)/;

const pointOf = ({ name, critical, text, sign }: WrittenPoint): string[] => [
  `- [${critical ? "!" : " "}] ${oneLine(text)} {#${name}}`.replace("]  {", "] {"),
  ...(sign === undefined ? [] : [`  ${oneLine(sign)}`]),
];

const partOf = (
  { language, title, task, points }: ChecklistPart,
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
    ...points.flatMap(pointOf),
    ...(points.length > 0 ? [""] : []),
  ].join("\n");

/** A checklist as a text that `readChecklist` reads back to the same. Lines within a point or its sign become one. */
export const writeChecklist = ({ leastPercent, photo, parts }: WrittenChecklist): string =>
  parts
    .map((part, at) =>
      partOf(part, at > 0 ? [] : [`least: ${leastPercent}`, ...(photo ? ["photo: required"] : [])]),
    )
    .join("\n");
