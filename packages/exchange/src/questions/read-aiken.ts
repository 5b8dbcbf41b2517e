import type { ReportCode } from "../codes.ts";
import { ExchangeFault } from "../fault.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import { pacer } from "../pace.ts";
import { quoted } from "../quoted.ts";
import { type FurtherItem, type FurtherRemarks, type Reading, readingOf, type ReadingOptions } from "../reading.ts"; // prettier-ignore
import type { Input } from "../source.ts";
import { textOf } from "../text-input.ts";
import { type AikenEntry, aikenEntries } from "./parse-aiken.ts";
import { plainDoc } from "./plain-doc.ts";
import { questionOf } from "./question.ts";

/** Bytes of a bank of questions, and how many there may be. */
const [LONGEST, MOST] = [4e6, 5000];

function itemOf(entry: AikenEntry, remarks: FurtherRemarks): FurtherItem[] {
  const { at, prompt, options, answer, end } = entry;
  const words = prompt.join("\n");
  remarks.begin(at);
  if (answer === undefined || options.length === 0) {
    remarks.add("skipped", "question.broken", { words: quoted(words), line: end });
    remarks.end(words);
    return [];
  }
  const right = answer.charCodeAt(0) - 65;
  const found = {
    question: "choice" as const,
    prompt: plainDoc(words, remarks),
    options: options.map((text, option) => ({ text, right: option === right })),
  };
  const block = questionOf(found, remarks);
  remarks.end(words);
  return block ? [{ kind: "ready", at, block, words, pictures: [] }] : [];
}

/**
 * Reads questions as Aiken has them, with one right answer each: what cannot be understood is told with its line, and all others
 * come.
 * @throws ExchangeFault `file.*`, `text.binary`, `questions.none`, `questions.too_many`; and what the signal was aborted with
 */
export async function readAiken(
  input: string | Input,
  { signal, onProgress }: ReadingOptions = {},
): Promise<Reading> {
  const entries = aikenEntries(await textOf(input, { most: LONGEST, signal }));
  if (entries.length === 0) throw new ExchangeFault("questions.none");
  if (entries.length > MOST) throw new ExchangeFault("questions.too_many", { most: MOST });
  const remarks = newRemarks<ReportCode>();
  const pace = pacer(signal);
  const items: FurtherItem[] = [];
  for (const [index, entry] of entries.entries()) {
    items.push(...itemOf(entry, remarks));
    await pace([...entry.prompt, ...entry.options].join("\n").length);
    onProgress?.({ done: index + 1, total: entries.length });
  }
  const lessons = items.length > 0 ? [{ title: "", at: 1, items }] : [];
  return readingOf({ title: undefined, lessons, remarks, pictures: new Map() });
}
