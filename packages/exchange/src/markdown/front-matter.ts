import { oneLine } from "../flow/one-line.ts";

/** What stands above a text: `isOurs` when we wrote it, and `others` is what nobody needs here. */
export type FrontMatter = {
  readonly title: string | undefined;
  /** What the whole is called that the text is one lesson of, where we wrote it. */
  readonly course: string | undefined;
  readonly isOurs: boolean;
  readonly others: readonly string[];
  /** The text below, with an empty line for each line above it. */
  readonly text: string;
};

/** The line by which we know what we wrote ourselves: its blocks are cut where it says so. */
export const OURS = "twiza: 1";

/** What belongs to a lesson that went out with its course. */
export type Front = {
  readonly course: string;
  readonly module: string;
  readonly language: string;
  readonly minutes: number;
};
const OWN: ReadonlySet<string> = new Set(["title", "twiza", "course", "module", "language", "minutes"]); // prettier-ignore

/** JSON's strings are YAML's double-quoted ones. */
export const written = (name: string, value: string): string[] =>
  oneLine(value) === "" ? [] : [`${name}: ${JSON.stringify(oneLine(value))}`];

/** The lines above a lesson that went out with its course. */
export const linesAbove = (
  title: string,
  { course, module, language, minutes }: Front,
): string[] => [
  ...written("title", title),
  ...written("course", course),
  ...written("module", module),
  `language: ${language}`,
  `minutes: ${minutes}`,
];

const FRONT = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const LINE = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/;

/** A value on one line: in quotation marks of JSON or of YAML, or as it stands. */
export function valueOf(written: string): string {
  const value = written.trim();
  if (/^"(?:[^"\\]|\\.)*"$/.test(value))
    try {
      return String(JSON.parse(value));
    } catch {
      return value.slice(1, -1);
    }
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value;
}

/** Takes what other programs write above a text (Jekyll, Obsidian, Pandoc): only a title means something here. */
export function frontMatterOf(text: string): FrontMatter {
  const head = FRONT.exec(text);
  if (!head) return { title: undefined, course: undefined, isOurs: false, others: [], text };
  const lines = (head[1] ?? "").split("\n").flatMap((line) => {
    const [, name = "", value = ""] = LINE.exec(line) ?? [];
    return name === "" ? [] : [{ name, value: valueOf(value) }];
  });
  const said = (wanted: string): string | undefined =>
    oneLine(lines.find(({ name }) => name === wanted)?.value ?? "") || undefined;
  const isOurs = lines.some(({ name, value }) => `${name}: ${value}` === OURS);
  const isKnown = (name: string): boolean =>
    isOurs ? OWN.has(name) : name === "title" || name === "twiza";
  const above = "\n".repeat(head[0].split("\n").length - 1);
  return {
    title: said("title"),
    course: isOurs ? said("course") : undefined,
    isOurs,
    others: lines.map(({ name }) => name).filter((name) => !isKnown(name)),
    text: above + text.slice(head[0].length),
  };
}
