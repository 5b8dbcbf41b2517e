import { valueOf } from "./front-matter.ts";

/** Lines of a text under a head of their own, with what the head says by name. */
export type Section = {
  readonly line: number;
  readonly head: ReadonlyMap<string, string>;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
};

const FENCE = /^---[ \t]*$/;
const NAMED = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/;

/** Where the head ends that begins at a line; nothing where none does, as at a line across the page. */
function endOfHead(lines: readonly string[], at: number): number | undefined {
  if (!FENCE.test(lines[at] ?? "")) return undefined;
  let isNamed = false;
  for (let end = at + 1; end < lines.length; end += 1) {
    const text = lines[end] ?? "";
    if (FENCE.test(text)) return isNamed ? end : undefined;
    if (NAMED.test(text)) isNamed = true;
    else if (text.trim() !== "") return undefined;
  }
  return undefined;
}

/** A text by its heads: one for each language. What stands above the first of them is a section without a head. */
export function sectionsOf(text: string): Section[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const sections: { line: number; head: Map<string, string>; lines: Section["lines"][number][] }[] =
    [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOfHead(lines, at);
    if (end !== undefined) {
      const named = lines.slice(at + 1, end).flatMap((each) => {
        const [, name = "", value = ""] = NAMED.exec(each) ?? [];
        return name === "" ? [] : [[name, valueOf(value)] as const];
      });
      sections.push({ line: at + 1, head: new Map(named), lines: [] });
      at = end;
      continue;
    }
    const words = lines[at] ?? "";
    if (sections.length === 0 && words.trim() === "") continue;
    if (sections.length === 0) sections.push({ line: 1, head: new Map(), lines: [] });
    sections.at(-1)?.lines.push({ line: at + 1, text: words });
  }
  return sections;
}
