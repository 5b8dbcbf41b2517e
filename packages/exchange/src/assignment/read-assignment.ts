import { HANDING_LIMITS } from "@twiza/contract/handing";
import { CONTENT_LANGUAGE } from "@twiza/contract/where";
import { oneLine } from "../flow/one-line.ts";
import { type Section, sectionsOf } from "../markdown/headed.ts";
import { settingsIn, type Tell } from "./read-head.ts";
import type {
  AssignmentFault,
  AssignmentPart,
  WrittenAssignment,
  WrittenCriterion,
  WrittenLevel,
} from "./written.ts";

/** `## title {#name weight=3}`. */
const CRITERION = /^##(?: (.*))?$/;
const MARKS = /\s*\{#([A-Za-z0-9-]{1,8})(?: weight=(\d{1,3}))?\}\s*$/;
/** `- [ ] 60 % text`; with `!` in the box the criterion needs this level. */
const LEVEL = /^[-*] \[([ !xX])\] ?(\d{1,3}) ?%(?: (.*))?$/;
/** A line of the task that looks like a criterion, a level or a head stands behind a stroke. */
const ESCAPED = /^\\(?=[-*#\\])/;

type Level = WrittenLevel & { readonly line: number; readonly isNeeded: boolean };
type Criterion = Omit<WrittenCriterion, "levels" | "leastLevel"> & {
  readonly line: number;
  readonly levels: Level[];
};
type Part = Omit<AssignmentPart, "criteria"> & {
  readonly line: number;
  readonly criteria: readonly Criterion[];
};

function criterionOf(text: string, line: number, at: number): Criterion | undefined {
  const found = CRITERION.exec(text);
  if (!found) return undefined;
  const said = found[1] ?? "";
  const [, name = `c${String(at + 1)}`, weight = "1"] = MARKS.exec(said) ?? [];
  const title = oneLine(said.replace(MARKS, ""));
  return { line, name, weight: Math.min(100, Math.max(1, Number(weight))), title, levels: [] };
}

function levelOf(text: string, line: number): Level | undefined {
  const [, box, percent = "", said = ""] = LEVEL.exec(text) ?? [];
  if (box === undefined) return undefined;
  return { line, isNeeded: box === "!", percent: Number(percent), text: oneLine(said) };
}

function partOf({ line, head, lines }: Section, tell: Tell): Part {
  const task: string[] = [];
  const criteria: Criterion[] = [];
  for (const { line: at, text } of lines) {
    const criterion = criterionOf(text, at, criteria.length);
    const last = criteria.at(-1);
    const level = levelOf(text, at);
    if (criterion) criteria.push(criterion);
    else if (!last) task.push(text.replace(ESCAPED, ""));
    else if (level) last.levels.push(level);
    else if (text.trim() !== "") tell(at, "astray");
  }
  const language = head.get("language") ?? "";
  if (!CONTENT_LANGUAGE.test(language)) tell(line, "no_language");
  const title = oneLine(head.get("title") ?? "");
  if (title === "") tell(line, "no_title");
  return { line, language, title, task: task.join("\n").trim(), criteria };
}

/** What a rubric must be: told line by line, so that all of it can be mended at once. */
function check({ criteria }: Part, tell: Tell): void {
  const names = criteria.map(({ name }) => name);
  for (const [at, { name, line, levels }] of criteria.entries()) {
    if (names.indexOf(name) < at) tell(line, "name_twice");
    const { leastLevels, levels: most } = HANDING_LIMITS;
    if (levels.length < leastLevels || levels.length > most) tell(line, "few_levels");
    for (const [place, { percent, line: of }] of levels.entries())
      if (percent > 100 || percent <= (levels[place - 1]?.percent ?? -1)) tell(of, "bad_level");
    const [, second] = levels.filter(({ isNeeded }) => isNeeded);
    if (second) tell(second.line, "needed_twice");
    if (levels[0]?.isNeeded) tell(levels[0].line, "needed_twice");
  }
}

/** What is marked is the same in every language. */
function compare(first: Part, other: Part, tell: Tell): void {
  if (other.criteria.length === 0) return;
  const isSame = (one: Criterion, as: Criterion | undefined): boolean =>
    one.name === as?.name &&
    one.weight === as.weight &&
    one.levels.length === as.levels.length &&
    one.levels.every((level, at) => level.percent === as.levels[at]?.percent && level.isNeeded === as.levels[at].isNeeded); // prettier-ignore
  const astray = other.criteria.find((one, at) => !isSame(one, first.criteria[at]));
  if (astray) tell(astray.line, "other");
  else if (other.criteria.length < first.criteria.length) tell(other.line, "other");
}

const plain = ({ line: _, criteria, ...part }: Part): AssignmentPart => ({
  ...part,
  criteria: criteria.map(({ line: __, levels, ...criterion }) => {
    const leastLevel = levels.findIndex(({ isNeeded }) => isNeeded);
    return {
      ...criterion,
      ...(leastLevel > 0 ? { leastLevel } : {}),
      levels: levels.map(({ percent, text }) => ({ percent, text })),
    };
  }),
});

/**
 * Reads an assignment from a text: a head with `title`, `language`, `takes`, `least`, `tries`, `anonymous: yes` and `second` (how far two
 * who mark may lie apart), the task, then its criteria with their levels; after it the same in other languages, each under a head of its
 * own. All faults are told at once.
 */
export function readAssignment(
  text: string,
): { readonly assignment: WrittenAssignment } | { readonly faults: readonly AssignmentFault[] } {
  const faults: AssignmentFault[] = [];
  const tell: Tell = (line, code) => faults.push({ line, code });
  const [source, ...translations] = sectionsOf(text);
  if (!source) return { faults: [{ line: 1, code: "no_title" }] };
  const settings = settingsIn(source, tell);
  const first = partOf(source, tell);
  if (first.criteria.length === 0) tell(first.line, "no_criterion");
  check(first, tell);
  const others = translations.map((section) => partOf(section, tell));
  const parts = [first, ...others];
  for (const [at, { language, line }] of parts.entries())
    if (parts.findIndex((part) => part.language === language) < at) tell(line, "language_twice");
  for (const other of others) compare(first, other, tell);
  if (faults.length > 0) return { faults: faults.toSorted((a, b) => a.line - b.line) };
  return { assignment: { ...settings, parts: parts.map(plain) } };
}
