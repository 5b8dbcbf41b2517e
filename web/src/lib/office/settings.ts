import type { Manifest } from "@twiza/contract";
import { LANGUAGES, type Language } from "@twiza/contract/where";
import { fourOf, type Four } from "./four.ts";

/** The settings of a course as they stand in its form; numbers as they were typed. */
export type Settings = {
  title: Four;
  summary: Four;
  passMark: string;
  tries: string;
};

export const settingsOf = (
  draft: Pick<Manifest, "title" | "summary" | "passMarkPercent" | "triesAllowed">,
): Settings => ({
  title: fourOf(draft.title),
  summary: fourOf(draft.summary),
  passMark: String(draft.passMarkPercent),
  tries: String(draft.triesAllowed),
});

/** One field where two people wrote differently; texts name their language. */
export type Disagreement = {
  readonly field: keyof Settings;
  readonly language?: Language;
  readonly mine: string;
  readonly theirs: string;
};

export function disagreements(mine: Settings, theirs: Settings): readonly Disagreement[] {
  const texts = (["title", "summary"] as const).flatMap((field) =>
    LANGUAGES.map((language) => ({
      field,
      language,
      mine: mine[field][language],
      theirs: theirs[field][language],
    })),
  );
  const numbers = (["passMark", "tries"] as const).map((field) => ({
    field,
    mine: mine[field],
    theirs: theirs[field],
  }));
  return [...texts, ...numbers].filter((each) => each.mine !== each.theirs);
}

export const isSame = (a: Settings, b: Settings): boolean => disagreements(a, b).length === 0;

/**
 * What stands in the form once somebody else has saved: what she wrote stays hers, what she had not touched becomes theirs, so
 * that saving undoes nothing she has not seen. `before` is what both began from.
 */
export function merged(mine: Settings, before: Settings, theirs: Settings): Settings {
  const pick = (own: string, old: string, other: string): string => (own === old ? other : own);
  const four = (field: "title" | "summary"): Four => {
    const each = (language: Language) =>
      pick(mine[field][language], before[field][language], theirs[field][language]);
    return { ar: each("ar"), fr: each("fr"), zgh: each("zgh"), en: each("en") };
  };
  return {
    title: four("title"),
    summary: four("summary"),
    passMark: pick(mine.passMark, before.passMark, theirs.passMark),
    tries: pick(mine.tries, before.tries, theirs.tries),
  };
}
