import type { CompetencyId, DraftAssignment } from "@twiza/contract";
import { PROOFS, type ProofKind } from "@twiza/contract/handing";
import type { ContentLanguage, Language, Localized } from "@twiza/contract/where";
import { readNumber } from "../../number.ts";
import { type Four, fourOf, isBlank, localizedOf } from "../../office/four.ts";

export type LevelForm = { percent: string; text: Four };
export type CriterionForm = {
  id: string;
  title: Four;
  weight: string;
  levels: LevelForm[];
  /** The level below which it is not passed, counted from 0; 0 is none. */
  least: number;
  competencies: readonly CompetencyId[];
};
/** An assignment as it is being written: everything as it was typed. */
export type AssignmentForm = {
  title: Four;
  task: Four;
  takes: readonly ProofKind[];
  criteria: CriterionForm[];
  least: string;
  tries: string;
  anonymous: boolean;
  second: boolean;
  apart: string;
};

/** What most rubrics begin with: not there, on the way, as it should be. */
const BEGINNING = [0, 60, 100] as const;
export const MOST_TRIES = 10;
const MOST_WEIGHT = 100;
/** What most work needs, how often it may be handed in, and how far two markers may lie apart. */
const USUAL = { least: "60", tries: "3", apart: "15" } as const;

export const blankCriterion = (id: string): CriterionForm => ({
  ...{ id, title: fourOf(), weight: "1", least: 0, competencies: [] },
  levels: BEGINNING.map((percent) => ({ percent: String(percent), text: fourOf() })),
});
/** A level more belongs beneath the highest, half way to the one before. */
export function withLevel(levels: readonly LevelForm[], reader: Language): LevelForm[] {
  const at = levels.length - 1;
  const [below, above] = [levels[at - 1], levels[at]].map(
    (level) => whole(level?.percent ?? "", [0, 100], reader) ?? 0,
  );
  const percent = String(Math.floor(((below ?? 0) + (above ?? 0)) / 2));
  return levels.toSpliced(at, 0, { percent, text: fourOf() });
}

/** A form with what an assignment says; of a new one with a place to write a first criterion. */
export const formOf = (
  assignment: DraftAssignment | undefined,
  newId: () => string,
): AssignmentForm => ({
  title: fourOf(assignment?.title),
  task: fourOf(assignment?.task),
  takes: assignment?.takes ?? ["text", "photo", "voice"],
  criteria: assignment
    ? assignment.criteria.map(({ id, title, weight, levels, leastLevel, competencies = [] }) => ({
        ...{ id, title: fourOf(title), weight: String(weight), least: leastLevel ?? 0 },
        levels: levels.map(({ percent, text }) => ({ percent: String(percent), text: fourOf(text) })), // prettier-ignore
        competencies,
      }))
    : [blankCriterion(newId())],
  least: String(assignment?.leastPercent ?? USUAL.least),
  tries: String(assignment?.triesAllowed ?? USUAL.tries),
  anonymous: assignment?.anonymous ?? false,
  second: assignment?.second !== undefined,
  apart: String(assignment?.second?.apart ?? USUAL.apart),
});

/** A whole number between two; nothing for what is none. */
export function whole(
  typed: string,
  [least, most]: readonly [number, number],
  reader: Language,
): number | undefined {
  const read = readNumber(typed.replace(/[%٪]/g, ""), reader);
  return read !== undefined && Number.isInteger(read) && read >= least && read <= most
    ? read
    : undefined;
}

export type AssignmentFault =
  | { readonly code: "title" | "takes" | "least" | "tries" | "apart" }
  | { readonly code: "criterion" | "weight"; readonly at: number }
  | {
      readonly code: "percent" | "rising" | "highest";
      readonly at: number;
      readonly level: number;
    };

const lacks = (text: Four, language: ContentLanguage): boolean =>
  (text[language] ?? "").trim() === "";
/** A place to write in which nobody has written is not saved. */
const isWritten = ({ title, levels }: CriterionForm): boolean =>
  !isBlank(title) || levels.some(({ text }) => !isBlank(text));

type About = {
  readonly id: string;
  readonly source: ContentLanguage;
  readonly reader: Language;
};

/**
 * What a form says as an assignment, or what is wrong with it. The task and the words of levels may come later: until then it is not
 * published, and publishing says why.
 */
export function assignmentOf(
  form: AssignmentForm,
  { id, source, reader }: About,
): { readonly assignment: DraftAssignment } | { readonly faults: readonly AssignmentFault[] } {
  const leastPercent = whole(form.least, [0, 100], reader);
  const triesAllowed = whole(form.tries, [1, MOST_TRIES], reader);
  const apart = whole(form.apart, [0, 100], reader);
  const faults: AssignmentFault[] = [
    ...(lacks(form.title, source) ? [{ code: "title" as const }] : []),
    ...(form.takes.length === 0 ? [{ code: "takes" as const }] : []),
    ...form.criteria.flatMap((criterion, at) =>
      isWritten(criterion) ? faultsOf(criterion, at, { source, reader }) : [],
    ),
    ...(leastPercent === undefined ? [{ code: "least" as const }] : []),
    ...(triesAllowed === undefined ? [{ code: "tries" as const }] : []),
    ...(form.second && apart === undefined ? [{ code: "apart" as const }] : []),
  ];
  if (faults.length > 0) return { faults };
  const assignment = {
    ...{ id, title: localizedOf(form.title), task: localizedOf(form.task) },
    takes: PROOFS.filter((kind) => form.takes.includes(kind)),
    ...{ leastPercent, triesAllowed },
    ...(form.anonymous && { anonymous: true }),
    ...(form.second && { second: { apart } }),
    criteria: form.criteria.filter(isWritten).map((criterion) => criterionOf(criterion, reader)),
  };
  // Ids and lengths are checked by the contract once it arrives.
  return { assignment: assignment as unknown as DraftAssignment };
}

function faultsOf(
  { title, weight, levels }: CriterionForm,
  at: number,
  { source, reader }: Omit<About, "id">,
): AssignmentFault[] {
  const percents = levels.map(({ percent }) => whole(percent, [0, 100], reader));
  const last = levels.length - 1;
  const levelFault = (level: number): "percent" | "rising" | "highest" | undefined => {
    const [before, own] = [percents[level - 1], percents[level]];
    if (own === undefined) return "percent";
    if (before !== undefined && own <= before) return "rising";
    return level === last && own !== 100 ? "highest" : undefined;
  };
  return [
    ...(lacks(title, source) ? [{ code: "criterion" as const, at }] : []),
    ...(whole(weight, [1, MOST_WEIGHT], reader) === undefined ? [{ code: "weight" as const, at }] : []), // prettier-ignore
    ...levels.flatMap((_, level) => {
      const code = levelFault(level);
      return code ? [{ code, at, level }] : [];
    }),
  ];
}

const criterionOf = (
  { id, title, weight, levels, least, competencies }: CriterionForm,
  reader: Language,
) => ({
  ...{ id, title: localizedOf(title), weight: whole(weight, [1, MOST_WEIGHT], reader) },
  levels: levels.map(({ percent, text }) => ({
    percent: whole(percent, [0, 100], reader),
    text: localizedOf(text),
  })),
  ...(least > 0 && least < levels.length && { leastLevel: least }),
  ...(competencies.length > 0 && { competencies }),
});

/** How much of the mark each criterion makes, in whole percent; nothing where weights are no numbers. */
export function sharesOf(
  criteria: readonly Pick<CriterionForm, "weight">[],
  reader: Language,
): readonly (number | undefined)[] {
  const weights = criteria.map(({ weight }) => whole(weight, [1, MOST_WEIGHT], reader));
  const sum = weights.reduce<number>((so, weight) => so + (weight ?? 0), 0);
  return weights.map((weight) =>
    weight === undefined ? undefined : Math.round((100 * weight) / sum),
  );
}

/** The languages that some of its words lack. */
export function missingIn(
  { title, task, criteria }: DraftAssignment,
  languages: readonly ContentLanguage[],
): readonly ContentLanguage[] {
  const texts: readonly Localized[] = [
    ...[title, task],
    ...criteria.flatMap((criterion) => [
      criterion.title,
      ...criterion.levels.map(({ text }) => text),
    ]),
  ];
  const said = texts.filter((text) => Object.values(text).some(Boolean));
  return languages.filter((language) => said.some((text) => !text[language]));
}
