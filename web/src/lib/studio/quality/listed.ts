import type { Draft, Finding } from "@twiza/contract";
import { type Language, LANGUAGES } from "@twiza/contract/where";

/** Findings about one lesson, module or the test, which have neither. */
export type Group = {
  readonly key: string;
  readonly findings: readonly Finding[];
};
type Listed = {
  readonly blocks: boolean;
  readonly count: number;
  readonly groups: readonly Group[];
};

/** The languages in which any lesson of the order says anything; nobody expects words in another. */
export function languagesOf({ outline, lessons, sourceLanguage }: Draft): readonly Language[] {
  const live = new Set(outline.modules.flatMap(({ lessonIds }) => lessonIds));
  return LANGUAGES.filter(
    (language) =>
      language === sourceLanguage ||
      lessons.some(
        ({ id, standing }) =>
          live.has(id) && standing[language].done + standing[language].outdated > 0,
      ),
  );
}

/** What is missing in the order itself. */
export function findingsOfOutline({ outline: { modules }, sourceLanguage }: Draft): Finding[] {
  const isEmpty = modules.every(({ lessonIds }) => lessonIds.length === 0);
  return modules.flatMap(({ id: moduleId, title, lessonIds }): Finding[] => {
    if (lessonIds.length === 0) return [{ moduleId, code: "no_lesson", blocks: isEmpty }];
    const untitled = title[sourceLanguage] === undefined;
    return untitled ? [{ moduleId, code: "no_title", language: sourceLanguage, blocks: true }] : [];
  });
}

const keyOf = ({ lessonId, moduleId }: Finding): string => lessonId ?? moduleId ?? "test";

/** Those that stand in the way, then the others; each by what they are about, in the order in which they come. */
export function listed(
  findings: readonly Finding[],
  { draft, language }: { readonly draft: Draft; readonly language: Language | "all" },
): readonly Listed[] {
  const languages = language === "all" ? languagesOf(draft) : [language];
  const wanted = findings.filter(
    (finding) => finding.language === undefined || languages.includes(finding.language),
  );
  return [true, false].map((blocks) => {
    const own = wanted.filter((finding) => finding.blocks === blocks);
    const groups = [...new Set(own.map(keyOf))].map((key) => ({
      key,
      findings: own.filter((finding) => keyOf(finding) === key),
    }));
    return { blocks, count: own.length, groups };
  });
}
