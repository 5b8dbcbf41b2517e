import {
  type AudioLanguage,
  audioLanguageFor,
  isLanguage,
  type ContentLanguage,
} from "../language.ts";
import type { Finding } from "../finding.ts";
import type { LessonId } from "../id.ts";

type Spoken = {
  readonly lessonId: LessonId;
  /** The languages in which the lesson says anything. */
  readonly written: readonly ContentLanguage[];
  /** Those in which it is recorded, and those in which any lesson of its course is. */
  readonly recorded: readonly AudioLanguage[];
  readonly elsewhere: readonly AudioLanguage[];
};

const isHeard = (text: ContentLanguage, recorded: readonly AudioLanguage[]): boolean =>
  recorded.includes(audioLanguageFor(text, (language) => recorded.includes(language)));

/** Whether somebody who reads this language hears something: what was recorded, or a voice that phones have. */
export const isSpoken = (text: ContentLanguage, recorded: readonly AudioLanguage[]): boolean =>
  isLanguage(text) && (text !== "zgh" || isHeard(text, recorded));

/**
 * Lessons whose readers hear nobody: those of Tamazight, since no telephone speaks an Amazigh language and few read Tifinagh, and
 * those of any language that other lessons of the course are recorded for. In one that an organisation added nobody can be recorded.
 */
export const unheard = ({ lessonId, written, recorded, elsewhere }: Spoken): readonly Finding[] =>
  written
    .filter(
      (text) =>
        isLanguage(text) &&
        !isHeard(text, recorded) &&
        (text === "zgh" || isHeard(text, elsewhere)),
    )
    .map((language) => ({ lessonId, language, code: "no_voice", blocks: false }));
