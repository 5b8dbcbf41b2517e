import type { BankIndexLine } from "@twiza/contract";
import { foldedOf } from "@twiza/contract/quality";
import { tagKey } from "./tags.ts";

export type BankSearch = {
  readonly words?: string | undefined;
  readonly tag?: string | undefined;
  readonly kind?: BankIndexLine["question"] | undefined;
  readonly difficulty?: BankIndexLine["difficulty"];
  readonly competency?: string | undefined;
};

/** Whether a line is what a search wants: each of its words in what is asked, in some language, or in a tag. Pure. */
export function wanted({ words = "", tag, ...search }: BankSearch): (line: BankIndexLine) => boolean {
  const parts = foldedOf(words).split(/\s+/u).filter(Boolean);
  const key = tag === undefined ? undefined : tagKey(tag);
  return ({ question, difficulty, competencies = [], prompt, tags }) => {
    if (search.kind !== undefined && question !== search.kind) return false;
    if (search.difficulty !== undefined && difficulty !== search.difficulty) return false;
    if (search.competency !== undefined && !competencies.some((id) => id === search.competency)) return false;
    if (key !== undefined && !tags.some((each) => tagKey(each) === key)) return false;
    if (parts.length === 0) return true;
    const said = foldedOf([...Object.values(prompt), ...tags].join("\n"));
    return parts.every((part) => said.includes(part));
  };
} // prettier-ignore

/** The tags of all lines, those first that most of them have. Pure. */
export function tagCounts(lines: readonly BankIndexLine[]): { tag: string; count: number }[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const tag of lines.flatMap(({ tags }) => tags)) {
    const known = counts.get(tagKey(tag)) ?? { tag, count: 0 };
    counts.set(tagKey(tag), { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

/** A place in the list: lines stand by when they were changed, and of one moment by their names. */
const placeOf = ({ changedAt, id }: Pick<BankIndexLine, "changedAt" | "id">): string =>
  `${String(Date.parse(changedAt)).padStart(15, "0")}-${id.slice(4)}`;
const LINES_A_PAGE = 50;

/** A page of lines, those first that were changed last, behind a place (`BankPlace`). Pure. */
export function pageOf<L extends BankIndexLine>(
  lines: readonly L[],
  after: string | undefined,
): { lines: L[]; next?: string } {
  const placed = lines
    .map((line) => ({ line, place: placeOf(line) }))
    .filter(({ place }) => after === undefined || place < after)
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const page = placed.slice(0, LINES_A_PAGE);
  const last = page.at(-1);
  return {
    lines: page.map(({ line }) => line),
    ...(last && placed.length > page.length ? { next: last.place } : {}),
  };
}
