import type { DraftGrading, Grading } from "@twiza/contract";
import { type GradingFault, gradingFaults } from "@twiza/contract/grading";
import type { ContentLanguage, Language, Localized } from "@twiza/contract/where";
import { inLanguage } from "@twiza/contract/where";
import { readNumber } from "../../number.ts";

export const ASKS = ["pass", "least", "none"] as const;
export type Ask = (typeof ASKS)[number];
type NeedDraft = { ask: Ask; least: string };
export type CategoryDraft = {
  readonly id: string;
  title: string;
  /** What it is called in other languages, which stays. */
  readonly titles: Localized;
  weight: string;
  drop: string;
  parts: string[];
};
/** What an author has chosen and typed of what counts. */
export type RulesDraft = {
  needs: Record<string, NeedDraft>;
  categories: CategoryDraft[];
  total: string;
};

export function rulesDraft({ parts, grading }: DraftGrading, source: ContentLanguage): RulesDraft {
  const need = (part: string): NeedDraft => {
    const least = grading?.least?.[part];
    if (least === undefined) return { ask: "pass", least: "" };
    return least === 0 ? { ask: "none", least: "" } : { ask: "least", least: String(least) };
  };
  return {
    needs: Object.fromEntries(parts.map(({ part }) => [part, need(part)])),
    categories: (grading?.categories ?? []).map((it) => ({
      id: it.id,
      title: it.title[source] ?? inLanguage(it.title, "ar", source).text,
      titles: it.title,
      weight: String(it.weightPercent),
      drop: it.dropLowest ? String(it.dropLowest) : "",
      parts: [...it.parts],
    })),
    total: grading?.passPercent ? String(grading.passPercent) : "",
  };
}

/** A new category gets what is missing to a hundred, and the first name that is free. */
export function newCategory(
  categories: readonly CategoryDraft[],
  language: Language,
): CategoryDraft {
  const taken = new Set(categories.map(({ id }) => id));
  const id = Array.from({ length: 99 }, (_, n) => `c${n + 1}`).find((it) => !taken.has(it)) ?? "c";
  const left = 100 - sumOf(categories, language);
  return { id, title: "", titles: {}, weight: left > 0 ? String(left) : "", drop: "", parts: [] };
}

/** A whole number between two; nothing when it is none. */
export function whole(
  written: string,
  language: Language,
  [least, most]: readonly [number, number],
): number | undefined {
  const read = readNumber(written, language);
  return read !== undefined && Number.isInteger(read) && read >= least && read <= most
    ? read
    : undefined;
}

export const sumOf = (categories: readonly CategoryDraft[], language: Language): number =>
  categories.reduce((sum, { weight }) => sum + (whole(weight, language, [1, 100]) ?? 0), 0);

/** Fields that cannot be read, by name: `least.<part>`, `title.<id>`, `weight.<id>`, `drop.<id>`, `total`. */
export function fieldFaults(draft: RulesDraft, language: Language): ReadonlySet<string> {
  const isWhole = (written: string, least: number, most: number): boolean =>
    whole(written, language, [least, most]) !== undefined;
  const isEmpty = (written: string): boolean => written.trim() === "";
  return new Set([
    ...Object.entries(draft.needs).flatMap(([part, { ask, least }]) =>
      ask === "least" && !isWhole(least, 1, 100) ? [`least.${part}`] : [],
    ),
    ...draft.categories.flatMap(({ id, title, weight, drop }) => [
      ...(isEmpty(title) ? [`title.${id}`] : []),
      ...(isWhole(weight, 1, 100) ? [] : [`weight.${id}`]),
      ...(isEmpty(drop) || isWhole(drop, 1, 20) ? [] : [`drop.${id}`]),
    ]),
    ...(isEmpty(draft.total) || isWhole(draft.total, 1, 100) ? [] : ["total"]),
  ]);
}

/** As the server takes it; nothing where everything is to be passed and no total is made. Its fields may yet be at fault. */
export function gradingOf(
  draft: RulesDraft,
  { source, language }: { source: ContentLanguage; language: Language },
): Grading | undefined {
  const number = (written: string): number => readNumber(written, language) ?? 0;
  const least = Object.entries(draft.needs).flatMap(([part, need]) =>
    need.ask === "pass" ? [] : [[part, need.ask === "none" ? 0 : number(need.least)] as const],
  );
  const isPlain = least.length === 0 && draft.categories.length === 0 && draft.total.trim() === "";
  if (isPlain) return undefined;
  return {
    categories: draft.categories.map(({ id, title, titles, weight, drop, parts }) => ({
      ...{ id, title: { ...titles, [source]: title.trim() }, parts: [...parts] },
      weightPercent: number(weight),
      ...(drop.trim() === "" ? {} : { dropLowest: number(drop) }),
    })),
    ...(least.length > 0 ? { least: Object.fromEntries(least) } : {}),
    ...(draft.total.trim() === "" ? {} : { passPercent: number(draft.total) }),
  };
}

/** What nobody could keep to, by the rule that the server asks as well. */
export const rulesFaults = (
  grading: Grading | undefined,
  parts: DraftGrading["parts"],
): readonly GradingFault[] =>
  grading ? gradingFaults(grading, parts.map(({ part }) => part)) : []; // prettier-ignore
