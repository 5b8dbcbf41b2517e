import type { PackFile, PackIndex } from "@twiza/contract";

/** What of a course somebody wants on her phone: the languages she reads, those she hears, and whether sound at all. */
export type Choice = {
  readonly languages: readonly string[];
  readonly spoken: readonly string[];
  readonly audio: boolean;
};
/** A file by name and weight, in bytes. */
export type Wanted = Pick<PackFile, "hash" | "bytes" | "type">;

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
