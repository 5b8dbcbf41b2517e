import { MOST_GAPS, MOST_OPTIONS } from "@twiza/contract/marking";
import type { FoundOption } from "../questions/question.ts";
import type { FurtherItem } from "../reading.ts";
import { type Content, wordsOf } from "./content.ts";
import { listAt, textAt } from "./json.ts";
import { asked, drop, feedbackOf } from "./questions.ts";

/** `*word*` in a text: what goes into its gap, and a tip or what is said to it behind a colon. Two stars are a star. */
const WORD = /\*([^*]+)\*/g;
const STAR = "\uE000";

type Gap = { readonly name: string; readonly words: readonly string[] };
type Read = {
  readonly html: string;
  readonly gaps: readonly Gap[];
  readonly tips: readonly string[];
};

const nameAt = (at: number): string => String.fromCharCode(97 + at);

/** A text with gaps as ours has them. What looks like one already is no gap. */
function gapsIn(written: string, isSeveral: boolean): Read {
  const [gaps, tips]: [Gap[], string[]] = [[], []];
  const text = written.replaceAll(STAR, "").replaceAll("**", STAR).replaceAll("[[", "[ [");
  const html = text.replaceAll(WORD, (_, inside: string) => {
    const [word = "", ...tip] = inside.replace(/\\[+-].*$/s, "").split(":");
    const name = nameAt(gaps.length);
    if (tip.length > 0) tips.push(tip.join(":").trim());
    const words = (isSeveral ? word.split("/") : [word]).map((each) => each.replaceAll(STAR, "*"));
    gaps.push({ name, words: words.map((each) => each.trim()).filter(Boolean) });
    return `[[${name}]]`;
  });
  return { html: html.replaceAll(STAR, "*"), gaps, tips };
}

const paragraph = (text: string): string => (text.trim() === "" ? "" : `<p>${text}</p>`);

async function cloze(
  { html, gaps, tips }: Read,
  content: Content,
  more: { readonly options: readonly FoundOption[]; readonly params: unknown },
): Promise<FurtherItem[]> {
  return asked(html, content, async () => {
    for (const tip of tips) drop("question.tip_dropped", tip, content);
    const options: FoundOption[] = [];
    // Words of H5P are HTML: `&amp;` is a sign.
    for (const { text, ...option } of more.options)
      options.push({ ...option, text: await wordsOf(text, content) });
    const question = gaps.length > MOST_GAPS || gaps.length === 0 ? { options: [] } : { options };
    return { question: "cloze", ...question, credit: "part", feedback: await feedbackOf(more.params, content) };
  }); // prettier-ignore
}

/** Gaps in which one writes, each with all the ways to say it: one question as long as it has few of them, else one for each line. */
export async function readBlanks(params: unknown, content: Content): Promise<FurtherItem[]> {
  const lines = listAt(params, "questions").filter((line) => typeof line === "string");
  const task = textAt(params, "text");
  const whole = gapsIn(lines.join("\n"), true);
  const read = whole.gaps.length <= MOST_GAPS ? [whole] : lines.map((line) => gapsIn(line, true));
  const items: FurtherItem[] = [];
  for (const one of read) {
    const options = one.gaps.flatMap(({ name, words }) =>
      words.map((text) => ({ text, right: true, gap: name })),
    );
    items.push(...(await cloze({ ...one, html: task + one.html }, content, { options, params })));
  }
  return items;
}

/** Words that one drags: each gap has all of them to choose from, as many as fit. */
export function readDragText(params: unknown, content: Content): Promise<FurtherItem[]> {
  const { html, ...read } = gapsIn(textAt(params, "textField"), false);
  const others = gapsIn(textAt(params, "distractors"), false).gaps;
  const all = [...new Set([...read.gaps, ...others].flatMap(({ words }) => words))];
  const room = Math.floor(MOST_OPTIONS / Math.max(1, read.gaps.length));
  const options = read.gaps.flatMap(({ name, words: [right = ""] }) => {
    const wrong = all.filter((word) => word !== right).slice(0, room - 1);
    const shown = all.filter((word) => word === right || wrong.includes(word));
    return shown.map((text) => ({ text, right: text === right, gap: name }));
  });
  const lines = html.split("\n").map(paragraph).join("");
  const task = textAt(params, "taskDescription");
  return cloze({ ...read, html: task + lines }, content, { options, params });
}
