import type { FrameworkAbout } from "@twiza/contract";
import { FRAMEWORK_LIMITS } from "@twiza/contract/framework-limits";
import type { Language } from "@twiza/contract/where";

type Levels = NonNullable<FrameworkAbout["levels"]>;

/**
 * Levels as somebody wrote them, one a line. One that was there under these words stays the same in all its languages; the place of
 * one that she renamed tells which it was.
 */
export function levelsOf(text: string, before: Levels, language: Language): Levels {
  const lines = [...new Set(text.split("\n").map((line) => line.trim().slice(0, 40)))].filter(
    Boolean,
  );
  const isSaid = (line: string) => (level: Levels[number]) =>
    Object.values(level.title).includes(line);
  const used = new Set<string>();
  return lines.slice(0, FRAMEWORK_LIMITS.levels).map((line, at) => {
    const same = before.find((level) => isSaid(line)(level) && !used.has(level.id));
    const here = before[at];
    const isRenamed = here && !used.has(here.id) && !lines.some((each) => isSaid(each)(here));
    const level = same ??
      (isRenamed ? { id: here.id, title: { ...here.title, [language]: line } } : undefined) ?? {
        id: before.some(({ id }) => id === line) ? `${line.slice(0, 36)} ${at + 1}` : line,
        title: { [language]: line },
      };
    used.add(level.id);
    return level;
  });
}
