import type { Draft } from "@twiza/contract";
import { type ContentLanguage, languagesWith } from "@twiza/contract/where";

/** Which lessons go out as text, and in which language. */
export type TextChoice = {
  readonly language: ContentLanguage;
  /** One alone; all of them otherwise. */
  readonly lessonId: string | undefined;
};

export const chosenAtFirst = (draft: Draft): TextChoice => ({
  language: draft.sourceLanguage,
  lessonId: undefined,
});

/** The lessons in their order, without those in the bin. */
export const lessonsIn = ({ outline, lessons }: Draft) =>
  outline.modules
    .flatMap((module) => module.lessonIds)
    .flatMap((id) => lessons.find((line) => line.id === id) ?? []);

const NOTHING = { done: 0, outdated: 0 } as const;
/** Languages in which there is something to take out. */
export const languagesIn = (draft: Draft): readonly ContentLanguage[] =>
  languagesWith(draft.otherLanguages).filter(
    (language) =>
      language === draft.sourceLanguage ||
      lessonsIn(draft).some(({ standing }) => {
        const { done, outdated } = standing[language] ?? NOTHING;
        return done + outdated > 0;
      }),
  );

/** Blocks that have no words yet in the language. */
export const missingFrom = (draft: Draft, { language, lessonId }: TextChoice): number =>
  lessonsIn(draft)
    .filter(({ id }) => lessonId === undefined || id === lessonId)
    .reduce((sum, { standing }) => sum + (standing[language]?.missing ?? 0), 0);
