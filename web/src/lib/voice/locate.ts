import type { Span } from "@twiza/contract/sentence";

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Where `words` stand in `text` from `after` on, however the white space between them is made; nothing when they do not. */
export function locate(text: string, words: string, after = 0): Span | undefined {
  const parts = words.trim().split(/\s+/u).map(escaped);
  const pattern = new RegExp(parts.join(String.raw`\s+`), "gu");
  pattern.lastIndex = after;
  const match = parts.join("") === "" ? null : pattern.exec(text);
  return match ? { from: match.index, to: match.index + match[0].length } : undefined;
}
