import type { AudioLanguage } from "@twiza/contract/where";
import type { Span } from "@twiza/contract/sentence";
import type { Line } from "./lines.ts";
import { locate } from "./locate.ts";
import type { Part } from "./recorded.ts";
import { type Silence, sourceOf } from "./source.ts";
import { type Words, wordsIn } from "./words.ts";

/** What one line needs to be heard: its recording, or else the words for this phone's voice. */
export type Turn = {
  readonly line: Line;
  readonly words: Words;
  readonly part: Part | undefined;
  /** Whether this phone could read the words itself, should the recording not come. */
  readonly canRead: boolean;
  /** What is said, in the language in which it is said. */
  readonly transcript: string;
  readonly isOther: boolean;
};

type How = {
  readonly part: Part | undefined;
  readonly audio: AudioLanguage;
  readonly locals: readonly string[];
};
/** How a line is heard in a language, or why it is not. */
export function turnOf(line: Line, { part, audio, locals }: How): Turn | Silence {
  const { text } = line;
  const source = sourceOf({ recorded: part !== undefined, audio, text, locals });
  if (source === "unrecorded" || source === "voiceless") return source;
  const words = wordsIn(line.element);
  const isOther = audio !== text && !part?.isOwn;
  const canRead = sourceOf({ recorded: false, audio, text, locals }) === "local";
  const transcript = isOther ? (part?.text ?? "") : words.text;
  return { line, words, part, canRead, transcript, isOther };
}

/** Finds what is said on the page: cues count in the words of their recording, which may be another language's. */
export function finder({
  words,
  part,
  isOther,
}: Turn): (span: Span | undefined) => Span | undefined {
  let after = 0;
  return (span) => {
    if (!span || isOther) return undefined;
    const said = part?.text ?? words.text;
    const found = part ? locate(words.text, said.slice(span.from, span.to), after) : span;
    after = found?.from ?? after;
    return found;
  };
}
