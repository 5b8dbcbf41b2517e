import { ExchangeFault } from "../fault.ts";

/** A stretch of a text that can be read by itself, and how many lines of the file are before it. */
export type Section = { readonly text: string; readonly line: number };

/** Characters. A thousand pages are fewer. */
const LONGEST = 2e6;
/** Characters that are read at once where the text leaves a choice, and where it leaves none: one list, one table. */
const [BITE, LONGEST_BITE] = [2 ** 14, 2 ** 17];
/** Quotations in lists in quotations: nobody writes so deep, and a reader's stack is not endless. */
const DEEPEST = 40;
const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])[ \\t])){${DEEPEST},}`, "m");
/** Where a line can open and close what people never nest: brackets, emphasis. */
const TOO_MANY = /[[*_]{400}/;
/** `:::blocks` within each other. */
const MOST_BLOCKS = 10;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const BLOCK = /^ {0,3}:{3,}[ \t]*(\S?)/;
/** Where a name leads: a line by itself, below an empty one or another of its kind. */
const DEFINITION =
  /^ {0,3}\[((?:[^[\]\\]|\\.)+)\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

/** What of a text is open at a line: computer code, a comment, a `:::block`. @throws ExchangeFault `markdown.too_deep` */
function watcher() {
  let [fence, isComment, blocks] = ["", false, 0];
  return {
    isInside: (): boolean => fence !== "" || isComment || blocks > 0,
    look: (line: string): void => {
      const mark = FENCE.exec(line)?.[1];
      if (fence !== "") {
        if (mark?.startsWith(fence) && line.trim() === mark) fence = "";
        return;
      }
      if (isComment || line.includes("<!--")) {
        isComment = line.lastIndexOf("-->") < line.lastIndexOf("<!--") || !line.includes("-->");
        return;
      }
      if (mark) fence = mark;
      const block = BLOCK.exec(line);
      if (block?.[1]) blocks += 1;
      else if (block) blocks = Math.max(0, blocks - 1);
      if (blocks > MOST_BLOCKS) throw new ExchangeFault("markdown.too_deep");
    },
  };
}

const isHeading = (line: string): boolean => /^#{1,2}(?:[ \t]|$)/.test(line);
/** Words at the margin below an empty line belong to nothing above. */
const isParagraph = (line: string, before: string): boolean =>
  before.trim() === "" && /^\p{L}/u.test(line);

/** One name, however it is spaced and written. */
const nameOf = (label: string): string => label.replaceAll(/\s+/g, " ").trim().toLowerCase();

function cutsOf(lines: readonly string[]) {
  const watch = watcher();
  const starts = [0];
  const definitions = new Map<string, string>();
  let [size, last] = [0, -1];
  lines.forEach((line, at) => {
    const before = lines[at - 1] ?? "";
    if (!watch.isInside()) {
      const isFull = size > BITE && isParagraph(line, before);
      if (at > 0 && (isHeading(line) || isFull)) {
        starts.push(at);
        size = 0;
      }
      const label =
        before.trim() === "" || last === at - 1 ? DEFINITION.exec(line)?.[1] : undefined;
      if (label !== undefined) {
        last = at;
        if (!definitions.has(nameOf(label))) definitions.set(nameOf(label), line);
      }
    }
    watch.look(line);
    size += line.length + 1;
  });
  return { starts, definitions, isOpen: watch.isInside() };
}

/** Where the names lead that a stretch of text uses, when that is said elsewhere. */
function namesIn(text: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return "";
  const used = new Set([...text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g)].map(([, label = ""]) => nameOf(label))); // prettier-ignore
  const lines = [...used].flatMap((name) => definitions.get(name) ?? []);
  return lines.length > 0 ? `\n\n${lines.join("\n")}` : "";
}

/**
 * A text cut where headings and paragraphs begin, so that others have their turn in between.
 * @throws ExchangeFault `markdown.too_long`, `markdown.too_deep`
 */
export function sectionsOf(text: string): Section[] {
  if (text.length > LONGEST) throw new ExchangeFault("markdown.too_long", { most: LONGEST });
  if (TOO_DEEP.test(text) || TOO_MANY.test(text)) throw new ExchangeFault("markdown.too_deep");
  const lines = text.split("\n");
  const { starts, definitions, isOpen } = cutsOf(lines);
  return starts.map((start, index) => {
    const own = lines.slice(start, starts[index + 1]).join("\n");
    if (own.length > LONGEST_BITE)
      throw new ExchangeFault("markdown.too_long", { most: LONGEST_BITE });
    const isLast = index === starts.length - 1;
    const names = starts.length === 1 || (isLast && isOpen) ? "" : namesIn(own, definitions);
    return { line: start, text: own + names };
  });
}
