import {
  type AudioLanguage,
  AUDIO_LANGUAGES,
  type ContentLanguage,
  LANGUAGES,
} from "./language.ts";
import type { PackFile, PackIndex, PackWeight } from "./pack.ts";

/** What of a course somebody wants on her phone: the languages she reads, those she hears, and whether sound at all. */
export type Choice = {
  readonly languages: readonly string[];
  readonly spoken: readonly string[];
  readonly audio: boolean;
  /** Videos too, which weigh more than all else; without a word none. */
  readonly video?: boolean | undefined;
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
export const filesOf = (index: PackIndex, choice: Choice): readonly Wanted[] => [
  { ...index.manifest, type: "application/json" },
  ...wantedOf(index.files, choice),
];

/** What it takes to choose among files, and to weigh them. */
export type Weighed = Pick<PackFile, "bytes" | "kind" | "languages" | "spoken"> & {
  readonly hash: string;
  readonly lessonIds: readonly string[];
};

/** The same without a manifest. */
export function wantedOf<File extends Weighed>(
  files: readonly File[],
  choice: Choice,
): readonly File[] {
  const read = new Set(
    files
      .filter(({ kind, languages }) => kind === "lesson" && shares(languages, choice.languages))
      .flatMap(({ lessonIds }) => lessonIds),
  );
  return files.filter(({ kind, languages, spoken, lessonIds }) => {
    if (kind === "video") return choice.video;
    if (SOUND.has(kind) && !choice.audio) return false;
    if (spoken.length > 0) return shares(spoken, choice.spoken);
    return shares(languages, choice.languages) || lessonIds.some((id) => !read.has(id));
  });
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
  const whole = (language: ContentLanguage, spoken: readonly AudioLanguage[]): number =>
    weightOf(filesOf(index, { languages: [language], spoken, audio: true }));
  const read = joined(
    LANGUAGES,
    index.files.flatMap(({ languages }) => languages),
  );
  const silent = whole("ar", []);
  const spoken = AUDIO_LANGUAGES.flatMap((audio) => {
    // What is spoken is wanted in whatever language she reads.
    const bytes = whole("ar", [audio]) - silent;
    return bytes > 0 ? [[audio, bytes] as const] : [];
  });
  const inEach = read.map((language) => [language, whole(language, [])] as const);
  return { read: Object.fromEntries(inEach), spoken: Object.fromEntries(spoken) };
}

/** The same of some lessons alone, a module's. What two modules share is in the weight of each. */
export const moduleWeightOf = (index: PackIndex, lessonIds: ReadonlySet<string>): PackWeight =>
  packWeightOf({
    ...index,
    manifest: { ...index.manifest, bytes: 0 },
    files: [...partOf(index.files, lessonIds)],
  });

/** The files that some lessons want, for them alone. */
export const partOf = <File extends Weighed>(
  files: readonly File[],
  lessonIds: ReadonlySet<string>,
): readonly File[] =>
  files.flatMap((file) => {
    const own = file.lessonIds.filter((id) => lessonIds.has(id));
    return own.length > 0 ? [{ ...file, lessonIds: own }] : [];
  });

/** Each file once, for all who want it: a picture without words belongs to every language, a recording may serve two lessons. */
export function mergedFiles<File extends Weighed>(files: readonly File[]): File[] {
  const merged = new Map<string, File>();
  for (const file of files) {
    const known = merged.get(file.hash);
    merged.set(file.hash, known ? together(known, file) : file);
  }
  return [...merged.values()];
}

const together = <File extends Weighed>(a: File, b: File): File => ({
  ...a,
  lessonIds: joined(a.lessonIds, b.lessonIds),
  languages: joined(a.languages, b.languages),
  spoken: joined(a.spoken, b.spoken),
});
const joined = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
