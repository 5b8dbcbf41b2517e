/** A question of Aiken as it is written; `answer` is the letter behind `ANSWER:`, and `at` its first line, from 1. */
export type AikenEntry = {
  readonly at: number;
  readonly prompt: readonly string[];
  readonly options: readonly string[];
  readonly answer: string | undefined;
  /** The line at which it breaks off. */
  readonly end: number;
};

const OPTION = /^([A-Z])[.)][ \t]*(.*)$/;
const ANSWER = /^ANSWER:[ \t]*([A-Z]?)[.)]?$/i;

type Open = { at: number; prompt: string[]; options: string[]; isPaused: boolean };

/** The next option, if the line is it: letters come in their order, so that a sentence may begin with one. */
function optionIn(line: string, { options }: Open): string | undefined {
  const [, letter, text] = OPTION.exec(line) ?? [];
  return letter === String.fromCharCode(65 + options.length) ? text : undefined;
}

function goOn(line: string, open: Open): void {
  const option = open.prompt.length > 0 ? optionIn(line, open) : undefined;
  const last = open.options.length - 1;
  if (option !== undefined) open.options.push(option);
  else if (last >= 0) open.options[last] = `${open.options[last] ?? ""}\n${line}`;
  else open.prompt.push(...(open.isPaused ? ["", line] : [line]));
  open.isPaused = false;
}

/**
 * Cuts a text of Aiken into its questions: what is asked, in as many lines as it likes, then a line for each option (`A.` or `A)`),
 * then `ANSWER:` and a letter. One that has no such line ends where an empty line stands and something else begins.
 */
export function aikenEntries(text: string): AikenEntry[] {
  const entries: AikenEntry[] = [];
  let open: Open | undefined;
  const close = (answer: string | undefined, end: number): void => {
    if (open) {
      const { at, prompt, options } = open;
      entries.push({ at, prompt, options, answer, end });
    }
    open = undefined;
  };
  const lines = text.split("\n");
  lines.forEach((each, index) => {
    const line = each.trim();
    const answer = ANSWER.exec(line)?.[1];
    if (line === "") {
      if (open) open.isPaused = true;
      return;
    }
    const isOther = open?.isPaused && open.options.length > 0 && answer === undefined;
    if (open && isOther && optionIn(line, open) === undefined) close(undefined, index);
    open ??= { at: index + 1, prompt: [], options: [], isPaused: false };
    if (answer === undefined) goOn(line, open);
    else close(answer.toUpperCase(), index + 1);
  });
  close(undefined, lines.length);
  return entries;
}
