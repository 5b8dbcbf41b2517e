/** What stands above a text: `isOurs` when we wrote it, and `others` is what nobody needs here. */
export type FrontMatter = {
  readonly title: string | undefined;
  readonly isOurs: boolean;
  readonly others: readonly string[];
  /** The text below, with an empty line for each line above it. */
  readonly text: string;
};

/** The line by which we know what we wrote ourselves: its blocks are cut where it says so. */
export const OURS = "twiza: 1";

const FRONT = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const LINE = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/;

/** A value on one line: in quotation marks of JSON or of YAML, or as it stands. */
function valueOf(written: string): string {
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
  if (!head) return { title: undefined, isOurs: false, others: [], text };
  const lines = (head[1] ?? "").split("\n").flatMap((line) => {
    const [, name = "", value = ""] = LINE.exec(line) ?? [];
    return name === "" ? [] : [{ name, value: valueOf(value) }];
  });
  const title = lines
    .find(({ name }) => name === "title")
    ?.value.replaceAll(/\s+/g, " ")
    .trim();
  const above = "\n".repeat(head[0].split("\n").length - 1);
  return {
    title: title === "" ? undefined : title,
    isOurs: lines.some(({ name, value }) => `${name}: ${value}` === OURS),
    others: lines.map(({ name }) => name).filter((name) => name !== "title" && name !== "twiza"),
    text: above + text.slice(head[0].length),
  };
}
