import type { FoundOption } from "./question.ts";

type Kind = "match" | "cloze" | "hotspot";
type Words = Pick<FoundOption, "text" | "pair" | "gap" | "spot">;

/** What divides the two halves of a pair; where a text has it itself, its spaces are those that nobody breaks. */
const ARROW = " -> ";
const PAIR = /^([^]*?) -> ([^]*)$/;
const GAP = /^([a-z]+)\s*:\s*([^]*)$/;
const SPOT = /^(\d{1,4})\s*,\s*(\d{1,4})\s*:\s*([^]*)$/;

const asKind = (kind: string): Kind | undefined =>
  kind === "match" || kind === "cloze" || kind === "hotspot" ? kind : undefined;

/** An option of a file of words: of a match `text -> pair`, of a cloze `gap: text`, of a picture `x,y: text`. */
export function writtenOption(kind: string, { text, pair = "", gap = "", spot }: Words): string {
  switch (asKind(kind)) {
    case "match":
      return text.replaceAll(/ ->(?= |$)/g, "\u00A0->") + ARROW + pair;
    case "cloze":
      return `${gap}: ${text}`;
    case "hotspot":
      return spot ? `${spot.x},${spot.y}: ${text}` : text;
    default:
      return text;
  }
}

/** What such an option says. What it lacks is not there: whoever asks whether it is a question tells it. */
export function wordsOfOption(kind: string, written: string): Words {
  switch (asKind(kind)) {
    case "match": {
      const [, text, pair] = PAIR.exec(written) ?? [];
      return text === undefined ? { text: written } : { text, pair };
    }
    case "cloze": {
      const [, gap, text] = GAP.exec(written) ?? [];
      return text === undefined ? { text: written } : { text, gap };
    }
    case "hotspot": {
      const [, x, y, text] = SPOT.exec(written) ?? [];
      return text === undefined
        ? { text: written }
        : { text, spot: { x: Number(x), y: Number(y) } };
    }
    default:
      return { text: written };
  }
}
