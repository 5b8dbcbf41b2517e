import { CONTENT_LANGUAGE } from "@twiza/contract/where";
import { oneLine } from "../flow/one-line.ts";
import { type Section, sectionsOf } from "../markdown/headed.ts";
import {
  type ChecklistFault,
  type ChecklistPart,
  USUAL_PERCENT,
  type WrittenChecklist,
  type WrittenPoint,
} from "./written.ts";

type Code = ChecklistFault["code"];
type Tell = (line: number, code: Code) => void;

/** `- [ ] text {#name}`; with `!` in the box it is critical. Boxes that somebody ticked are boxes. */
const POINT = /^[-*] \[([ !xX])\](?: (.*))?$/;
const NAME = /\s*\{#([A-Za-z0-9-]{1,8})\}\s*$/;
/** A line of the task that looks like a point or a head stands behind a stroke. */
const ESCAPED = /^\\(?=[-*\\])/;

type Point = WrittenPoint & { readonly line: number };
type Part = Omit<ChecklistPart, "points"> & {
  readonly line: number;
  readonly points: readonly Point[];
};

function pointOf(words: string, line: number, at: number): Point | undefined {
  const [, box, said = ""] = POINT.exec(words) ?? [];
  if (box === undefined) return undefined;
  const name = NAME.exec(said)?.[1] ?? `c${String(at + 1)}`;
  return { line, name, critical: box === "!", text: oneLine(said.replace(NAME, "")) };
}

function partOf({ line, head, lines }: Section, tell: Tell): Part {
  const task: string[] = [];
  const points: Point[] = [];
  for (const { line: at, text } of lines) {
    const point = pointOf(text, at, points.length);
    const last = points.at(-1);
    if (point) points.push(point);
    else if (!last) task.push(text.replace(ESCAPED, ""));
    else if (/^(?: {2,}|\t)\s*\S/.test(text))
      points[points.length - 1] = { ...last, sign: [last.sign, oneLine(text)].filter(Boolean).join(" ") }; // prettier-ignore
    else if (text.trim() !== "") tell(at, "astray");
  }
  const language = head.get("language") ?? "";
  if (!CONTENT_LANGUAGE.test(language)) tell(line, "no_language");
  const title = oneLine(head.get("title") ?? "");
  if (title === "") tell(line, "no_title");
  const names = points.map(({ name }) => name);
  for (const [place, { name, line: at }] of points.entries())
    if (names.indexOf(name) < place) tell(at, "name_twice");
  return { line, language, title, task: task.join("\n").trim(), points };
}

function leastOf(head: Section["head"], line: number, tell: Tell): number {
  const said = head.get("least");
  const least = Number(said ?? USUAL_PERCENT);
  const isPercent = said !== "" && Number.isInteger(least) && least >= 0 && least <= 100;
  if (!isPercent) tell(line, "bad_least");
  return isPercent ? least : USUAL_PERCENT;
}

/** What is graded is the same in every language. */
function compare(first: Part, other: Part, tell: Tell): void {
  if (other.points.length === 0) return;
  const astray = other.points.find(({ name, critical }, at) => {
    const point = first.points[at];
    return point?.name !== name || point.critical !== critical;
  });
  if (astray) tell(astray.line, "other");
  else if (other.points.length < first.points.length) tell(other.line, "other");
}

const plain = ({ line: _, points, ...part }: Part): ChecklistPart => ({
  ...part,
  points: points.map(({ line: __, ...point }) => point),
});

/**
 * Reads a checklist from a text: a head with `title`, `language`, `least` and `photo: required`, the task, then its points; after it
 * the same in other languages, each under a head of its own. All faults are told at once.
 */
export function readChecklist(
  text: string,
): { readonly checklist: WrittenChecklist } | { readonly faults: readonly ChecklistFault[] } {
  const faults: ChecklistFault[] = [];
  const tell: Tell = (line, code) => faults.push({ line, code });
  const [source, ...translations] = sectionsOf(text);
  if (!source) return { faults: [{ line: 1, code: "no_title" }] };
  const leastPercent = leastOf(source.head, source.line, tell);
  const first = partOf(source, tell);
  if (first.points.length === 0) tell(first.line, "no_point");
  const others = translations.map((section) => partOf(section, tell));
  const parts = [first, ...others];
  for (const [at, { language, line }] of parts.entries())
    if (parts.findIndex((part) => part.language === language) < at) tell(line, "language_twice");
  for (const other of others) compare(first, other, tell);
  if (faults.length > 0) return { faults: faults.toSorted((a, b) => a.line - b.line) };
  const photo = source.head.get("photo") === "required";
  return { checklist: { leastPercent, photo, parts: parts.map(plain) } };
}
