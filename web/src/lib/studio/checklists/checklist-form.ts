import type { CompetencyId, DraftChecklist } from "@twiza/contract";
import { placesOf } from "@twiza/contract/checklist-places";
import type { ContentLanguage, Language } from "@twiza/contract/where";
import { readNumber } from "../../number.ts";
import { type Four, fourOf, isBlank, localizedOf } from "../../office/four.ts";

export type PointForm = {
  id: string;
  text: Four;
  sign: Four;
  critical: boolean;
  competencies: readonly CompetencyId[];
};
/** A checklist as it is being written: everything as it was typed. */
export type ChecklistForm = {
  title: Four;
  task: Four;
  least: string;
  photo: boolean;
  points: PointForm[];
};

/** As many as may be watched while somebody works; the contract says the same. */
export const MOST_POINTS = 40;
export const MOST_CHECKLISTS = 20;
/** What most of a piece of work is: good enough, with what is critical beside it. */
const USUAL = 80;

export const blankPoint = (id: string): PointForm => ({
  ...{ id, text: fourOf(), sign: fourOf() },
  ...{ critical: false, competencies: [] },
});

/** A form with what a checklist says; of a new one with a place to write a first point. */
export const formOf = (
  checklist: DraftChecklist | undefined,
  newId: () => string,
): ChecklistForm => ({
  title: fourOf(checklist?.title),
  task: fourOf(checklist?.task),
  least: String(checklist?.leastPercent ?? USUAL),
  photo: checklist?.photo !== undefined,
  points: checklist
    ? checklist.criteria.map(({ id, text, sign, critical, competencies = [] }) => ({
        ...{ id, text: fourOf(text), sign: fourOf(sign) },
        ...{ critical: critical ?? false, competencies },
      }))
    : [blankPoint(newId())],
});

/** How much must be met; nothing for what is no whole number from 0 to 100. */
export function leastOf(form: Pick<ChecklistForm, "least">, reader: Language): number | undefined {
  const least = readNumber(form.least.replace(/[%٪]/g, ""), reader);
  return least !== undefined && Number.isInteger(least) && least >= 0 && least <= 100
    ? least
    : undefined;
}

export type ChecklistFault =
  | { readonly code: "title" | "least" }
  | { readonly code: "point"; readonly at: number };

type Point = Pick<PointForm, "text" | "sign">;
/** A place to write in which nobody has written is not saved. */
const isWritten = ({ text, sign }: Point): boolean => !isBlank(text) || !isBlank(sign);
const lacks = (text: Four, language: ContentLanguage): boolean =>
  (text[language] ?? "").trim() === "";

/**
 * What a form says as a checklist, or what is wrong with it. The task and further points may come later: until then it is not
 * published, and publishing says why.
 */
export function checklistOf(
  form: ChecklistForm,
  { id, source, reader }: { id: string; source: ContentLanguage; reader: Language },
): { readonly checklist: DraftChecklist } | { readonly faults: readonly ChecklistFault[] } {
  const least = leastOf(form, reader);
  const faults: ChecklistFault[] = [
    ...(lacks(form.title, source) ? [{ code: "title" as const }] : []),
    ...form.points.flatMap((point, at) =>
      isWritten(point) && lacks(point.text, source) ? [{ code: "point" as const, at }] : [],
    ),
    ...(least === undefined ? [{ code: "least" as const }] : []),
  ];
  if (faults.length > 0) return { faults };
  const checklist = {
    ...{ id, title: localizedOf(form.title), task: localizedOf(form.task), leastPercent: least },
    ...(form.photo && { photo: "required" }),
    criteria: form.points.filter(isWritten).map(({ id: name, text, sign, critical, ...rest }) => ({
      ...{ id: name, text: localizedOf(text) },
      ...(!isBlank(sign) && { sign: localizedOf(sign) }),
      ...(critical && { critical }),
      ...(rest.competencies.length > 0 && { competencies: rest.competencies }),
    })),
  };
  // Ids and lengths are checked by the contract once it arrives.
  return { checklist: checklist as unknown as DraftChecklist };
}

/** How many points are enough. */
export const neededOf = (leastPercent: number, count: number): number =>
  Math.ceil((leastPercent * count) / 100);

/** The languages that some of its words lack. */
export function missingIn(
  checklist: DraftChecklist,
  languages: readonly ContentLanguage[],
): readonly ContentLanguage[] {
  const said = placesOf(checklist).filter(({ words }) => Object.values(words).some(Boolean));
  return languages.filter((language) => said.some(({ words }) => !words[language]));
}
