import type { Finding } from "../finding.ts";
import type { ModuleId } from "../id.ts";
import { type AudioLanguage, audioLanguageFor, type ContentLanguage } from "../language.ts";
import { mergedFiles, partOf, type Weighed, wantedOf, weightOf } from "../pack-choice.ts";
import { MEASURES } from "./measures.ts";

/** Bytes that a learner fetches, with the sound and without it, as the sheet of a download counts them. */
export type Weight = { readonly whole: number; readonly silent: number };

/** What lessons weigh together for who reads one language and hears the nearest that is recorded; a file that two of them want counts once. */
export function weightIn(
  files: readonly Weighed[],
  lessonIds: ReadonlySet<string>,
  language: ContentLanguage,
): Weight {
  const part = partOf(mergedFiles(files), lessonIds);
  const heard = (audio: AudioLanguage): boolean =>
    part.some(({ spoken }) => spoken.includes(audio));
  const choice = { languages: [language], spoken: [audioLanguageFor(language, heard)] };
  return {
    whole: weightOf(wantedOf(part, { ...choice, audio: true })),
    silent: weightOf(wantedOf(part, { ...choice, audio: false })),
  };
}

type Module = { readonly id: ModuleId; readonly lessonIds: readonly string[] };

/** Modules that are too much for a bad line, each in the one of these languages in which it weighs most. */
export const heavyModules = (
  files: readonly Weighed[],
  modules: readonly Module[],
  languages: readonly ContentLanguage[],
): readonly Finding[] =>
  modules.flatMap(({ id, lessonIds }): Finding[] => {
    const own = new Set(lessonIds);
    const weighed = languages.map((language) => ({
      language,
      figure: weightIn(files, own, language).whole,
    }));
    const [heaviest] = weighed.sort((a, b) => b.figure - a.figure);
    if (!heaviest || heaviest.figure <= MEASURES.moduleBytes) return [];
    const most = MEASURES.moduleBytes;
    return [{ moduleId: id, code: "heavy_module", blocks: false, most, ...heaviest }];
  });
