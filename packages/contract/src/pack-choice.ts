import { type AudioLanguage, AUDIO_LANGUAGES, type Language, LANGUAGES } from "./language.ts";
import type { PackFile, PackIndex, PackWeight } from "./pack.ts";

/** What of a course somebody wants on her phone: the languages she reads, those she hears, and whether sound at all. */
export type Choice = {
  readonly languages: readonly string[];
  readonly spoken: readonly string[];
  readonly audio: boolean;
};
/** A file by name and weight, in bytes, with the lessons that want it; the manifest belongs to none. */
export type Wanted = Pick<PackFile, "hash" | "bytes" | "type"> & {
  readonly lessonIds?: readonly string[];
};

const SOUND: ReadonlySet<PackFile["kind"]> = new Set(["audio", "voice", "sheet"]);

/**
 * The files of a pack that a choice wants, in the order of the course, the manifest first. A lesson that exists in none of her
 * languages comes in all of its own: a foreign lesson is better than none.
 */
export function filesOf(index: PackIndex, choice: Choice): readonly Wanted[] {
  const read = new Set(
    index.files
      .filter(({ kind, languages }) => kind === "lesson" && shares(languages, choice.languages))
      .flatMap(({ lessonIds }) => lessonIds),
  );
  const isWanted = ({ kind, languages, spoken, lessonIds }: PackFile): boolean => {
    if (SOUND.has(kind) && !choice.audio) return false;
    if (spoken.length > 0) return shares(spoken, choice.spoken);
    return shares(languages, choice.languages) || lessonIds.some((id) => !read.has(id));
  };
  const manifest = { ...index.manifest, type: "application/json" } as const;
  return [manifest, ...index.files.filter(isWanted)];
}

const shares = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((each) => b.includes(each));

/** What files weigh together, in bytes. */
export const weightOf = (files: readonly Pick<Wanted, "bytes">[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * What a pack weighs with its sound, for every choice of one language read and one heard: see `bytesFor`. Worked out once, when a
 * course is published, so that a list of courses need not read their packs.
 */
export function packWeightOf(index: PackIndex): PackWeight {
  const whole = (language: Language, spoken: readonly AudioLanguage[]): number =>
    weightOf(filesOf(index, { languages: [language], spoken, audio: true }));
  const silent = Object.fromEntries(
    LANGUAGES.map((language) => [language, whole(language, [])]),
  ) as Record<Language, number>; // Of exactly these keys.
  const spoken = AUDIO_LANGUAGES.flatMap((audio) => {
    // What is spoken is wanted in whatever language she reads.
    const bytes = whole("ar", [audio]) - silent.ar;
    return bytes > 0 ? [[audio, bytes] as const] : [];
  });
  return { read: silent, spoken: Object.fromEntries(spoken) };
}

/** The same of some lessons alone, a module's. What two modules share is in the weight of each. */
export function moduleWeightOf(index: PackIndex, lessonIds: ReadonlySet<string>): PackWeight {
  const files = index.files.flatMap((file) => {
    const own = file.lessonIds.filter((id) => lessonIds.has(id));
    return own.length > 0 ? [{ ...file, lessonIds: own }] : [];
  });
  return packWeightOf({ ...index, manifest: { ...index.manifest, bytes: 0 }, files });
}
