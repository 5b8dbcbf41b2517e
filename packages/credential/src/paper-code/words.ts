import { compress, expand } from "./scsu.ts";

/** What is written on paper in words, in the order in which it stands in the code. */
export type Words = {
  readonly name: string;
  readonly course: string;
  readonly organisation: string;
};

/** What stands at the end of a text that was cut. */
const CUT = "…";
/** How much of the room each has a claim to: the name before the course, the course before who issued it. */
const CLAIM: Readonly<Record<keyof Words, number>> = { name: 5, course: 3, organisation: 2 };
const FIELDS = ["name", "course", "organisation"] as const;

/**
 * Three lines in at most so many bytes. Where there is no room for all, that text which has most beyond its claim loses whole characters
 * from its end, one after another; an ellipsis tells it.
 * @throws Error when a text is empty
 */
export function writeWords(words: Words, room: number): Uint8Array {
  const segments = new Intl.Segmenter("und", { granularity: "grapheme" });
  const texts = FIELDS.map((field) => {
    const text = tidy(words[field]);
    if (text === "") throw new Error(`a certificate on paper needs its ${field}`);
    const all = Array.from(segments.segment(text), ({ segment }) => segment);
    // No text has more characters than there are bytes.
    return { claim: CLAIM[field], kept: all.slice(0, room), length: all.length };
  });
  for (;;) {
    const bytes = compress(texts.map(written).join("\n"));
    if (bytes.length <= room) return bytes;
    const most = texts.reduce((a, b) =>
      b.kept.length / b.claim > a.kept.length / a.claim ? b : a,
    );
    if (most.kept.length < 2) throw new Error(`${room} bytes hold no words`);
    most.kept.pop();
  }
}

const written = ({ kept, length }: { kept: readonly string[]; length: number }): string =>
  kept.length === length ? kept.join("") : kept.join("").trimEnd() + CUT;

/** In one spelling, without line breaks: as somebody reads it on paper. */
const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** The words of such bytes; nothing when they are no three lines, or not in their one spelling. */
export function readWords(bytes: Uint8Array): Words | undefined {
  const [name, course, organisation, ...more] = expand(bytes)?.split("\n") ?? [];
  if (!name || !course || !organisation || more.length > 0) return undefined;
  return [name, course, organisation].every((text) => tidy(text) === text)
    ? { name, course, organisation }
    : undefined;
}

/** Whether a text on paper, possibly cut, is that whole one. */
export function isSameText(onPaper: string, whole: string): boolean {
  const text = tidy(whole);
  if (onPaper === text) return true;
  return onPaper.endsWith(CUT) && text.startsWith(onPaper.slice(0, -CUT.length));
}
export const isCut = (onPaper: string): boolean => onPaper.endsWith(CUT);
