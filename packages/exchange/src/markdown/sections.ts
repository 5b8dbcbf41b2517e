import { ExchangeFault } from "../fault.ts";

/** A stretch of a text that can be read by itself, and the line before it. */
export type Section = { readonly text: string; readonly line: number };

/** Characters. A thousand pages are fewer. */
const LONGEST = 2e6;
/** Quotations in lists in quotations: nobody writes so deep, and a reader's stack is not endless. */
const DEEPEST = 40;
const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])[ \\t])){${DEEPEST},}`, "m");
/** Where a line can open and close what people never nest: brackets, emphasis. */
const TOO_MANY = /[[*_]{400}/;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const BLOCK = /^ {0,3}:{3,}[ \t]*(\S?)/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]*\S/;

/** What of a text is open at a line: computer code, a comment, a `:::block`. */
function watcher() {
  let [fence, isComment, blocks] = ["", false, 0];
  return {
    isInside: (): boolean => fence !== "" || isComment || blocks > 0,
    isCode: (): boolean => fence !== "",
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
    },
  };
}

/**
 * A text cut where headings of the first two levels begin, so that others have their turn in between. Where links lead that are
 * written by name is said in every part.
 * @throws ExchangeFault `markdown.too_long`, `markdown.too_deep`
 */
export function sectionsOf(text: string): Section[] {
  if (text.length > LONGEST) throw new ExchangeFault("markdown.too_long", { most: LONGEST });
  if (TOO_DEEP.test(text) || TOO_MANY.test(text)) throw new ExchangeFault("markdown.too_deep");
  const lines = text.split("\n");
  const watch = watcher();
  const starts = [0];
  const definitions: string[] = [];
  lines.forEach((line, at) => {
    if (at > 0 && !watch.isInside() && /^#{1,2}(?:[ \t]|$)/.test(line)) starts.push(at);
    if (!watch.isInside() && DEFINITION.test(line)) definitions.push(line);
    watch.look(line);
  });
  const names = starts.length > 1 && definitions.length > 0 ? `\n\n${definitions.join("\n")}` : "";
  return starts.map((start, index) => {
    const own = lines.slice(start, starts[index + 1]).join("\n");
    const isOpen = index === starts.length - 1 && watch.isCode();
    return { line: start, text: isOpen ? own : own + names };
  });
}
