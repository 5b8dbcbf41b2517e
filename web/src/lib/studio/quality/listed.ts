import type { Draft, Finding } from "@twiza/contract";
import { type ContentLanguage, languagesWith } from "@twiza/contract/where";

/** Findings about one lesson or module, the test, all checklists, or all assignments. */
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
export function languagesOf(draft: Draft): readonly ContentLanguage[] {
  const { outline, lessons, sourceLanguage, otherLanguages } = draft;
  const live = new Set(outline.modules.flatMap(({ lessonIds }) => lessonIds));
  const saysAnything = (
    { id, standing }: Draft["lessons"][number],
    language: ContentLanguage,
  ): boolean => {
    const { done, outdated } = standing[language] ?? { done: 0, outdated: 0 };
    return live.has(id) && done + outdated > 0;
  };
  return languagesWith(otherLanguages).filter(
    (language) =>
      language === sourceLanguage || lessons.some((lesson) => saysAnything(lesson, language)),
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

const keyOf = ({ lessonId, moduleId, checklistId, assignmentId }: Finding): string =>
  lessonId ?? moduleId ?? (checklistId ? "skills" : assignmentId ? "work" : "test");

type Asked = {
  readonly draft: Draft;
  /** One alone; without it all of the course. */ readonly language?: ContentLanguage;
};

/** Those that stand in the way, then the others; each by what they are about, in the order in which they come. */
export function listed(
  findings: readonly Finding[],
  { draft, language }: Asked,
): readonly Listed[] {
  const languages = language === undefined ? languagesOf(draft) : [language];
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
