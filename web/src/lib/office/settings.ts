import type { Manifest } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { languageName } from "../components/languages.ts";
import { differingIn, fourOf, type Four } from "./four.ts";

/** The settings of a course as they stand in its form; numbers as they were typed. */
export type Settings = {
  title: Four;
  summary: Four;
  /** Those beside ours that it is written in. */
  languages: readonly ContentLanguage[];
  passMark: string;
  tries: string;
  /** For how many months its certificates hold; empty, for ever. */
  holds: string;
  /** Whether they may be renewed then: a tick, or nothing. */
  renewal: "✓" | "";
};

type Draft = Pick<
  Manifest,
  "title" | "summary" | "otherLanguages" | "passMarkPercent" | "triesAllowed" | "certificate"
>;
export const settingsOf = (draft: Draft): Settings => ({
  title: fourOf(draft.title),
  summary: fourOf(draft.summary),
  languages: (draft.otherLanguages ?? []).map(({ language }) => language),
  passMark: String(draft.passMarkPercent),
  tries: String(draft.triesAllowed),
  holds: draft.certificate ? String(draft.certificate.months) : "",
  renewal: draft.certificate?.renewal ? "✓" : "",
});

/** One field where two people wrote differently; texts name their language. */
export type Disagreement = {
  readonly field: keyof Settings;
  readonly language?: ContentLanguage;
  readonly mine: string;
  readonly theirs: string;
};

const namesOf = ({ languages }: Settings): string => languages.map(languageName).join(" · ");
const isWrittenAs = (a: Settings, b: Settings): boolean =>
  new Set([...a.languages, ...b.languages]).size === a.languages.length &&
  a.languages.length === b.languages.length;

export function disagreements(mine: Settings, theirs: Settings): readonly Disagreement[] {
  const texts = (["title", "summary"] as const).flatMap((field) =>
    differingIn(mine[field], theirs[field]).map((language) => ({
      field,
      language,
      mine: mine[field][language] ?? "",
      theirs: theirs[field][language] ?? "",
    })),
  );
  const languages = { field: "languages", mine: namesOf(mine), theirs: namesOf(theirs) } as const;
  const numbers = (["passMark", "tries", "holds", "renewal"] as const).map((field) => ({
    field,
    mine: mine[field],
    theirs: theirs[field],
  }));
  return [
    ...texts,
    ...(isWrittenAs(mine, theirs) ? [] : [languages]),
    ...numbers.filter((each) => each.mine !== each.theirs),
  ];
}

export const isSame = (a: Settings, b: Settings): boolean => disagreements(a, b).length === 0;

/**
 * What stands in the form once somebody else has saved: what she wrote stays hers, what she had not touched becomes theirs, so
 * that saving undoes nothing she has not seen. `before` is what both began from.
 */
export function merged(mine: Settings, before: Settings, theirs: Settings): Settings {
  const pick = <T>(own: T, old: T, other: T): T => (own === old ? other : own);
  const four = (field: "title" | "summary"): Four => {
    const own = differingIn(mine[field], before[field]);
    const kept = own.map((language) => [language, mine[field][language] ?? ""] as const);
    return { ...theirs[field], ...Object.fromEntries(kept) };
  };
  const isWanted = (language: ContentLanguage): boolean => {
    const isHers = mine.languages.includes(language);
    return isHers === before.languages.includes(language)
      ? theirs.languages.includes(language)
      : isHers;
  };
  return {
    title: four("title"),
    summary: four("summary"),
    languages: [...new Set([...theirs.languages, ...mine.languages])].filter(isWanted),
    passMark: pick(mine.passMark, before.passMark, theirs.passMark),
    tries: pick(mine.tries, before.tries, theirs.tries),
    holds: pick(mine.holds, before.holds, theirs.holds),
    renewal: pick(mine.renewal, before.renewal, theirs.renewal),
  };
}
