import type { Caption } from "./caption.ts";

/** What somebody writes for a time, in milliseconds: `1:02.5`, `62`, `00:01:02,500`; nothing for what is none. */
export function millisecondsOf(clock: string): number | undefined {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(clock.trim());
  if (!parts) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0", rest = ""] = parts;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(rest.padEnd(3, "0"));
}

const LETTERS: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": "\u00A0",
  "&lrm;": "\u200E",
  "&rlm;": "\u200F",
  "&#58;": ":",
};
/** Styles and voices of WebVTT and SubRip fall away, letters that they spell out come back. */
const plain = (line: string): string =>
  line
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/&(?:amp|lt|gt|nbsp|lrm|rlm|#58);/g, (sign) => LETTERS[sign] ?? "")
    .trim();

/**
 * The captions of a file of WebVTT or SubRip, in the order of their time; lines of one become one line. What is too long or too much
 * for us stays as it is: whoever takes them says so. Nothing where there is no caption.
 */
export function captionsIn(file: string): readonly Caption[] | undefined {
  const found = file
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .join("\n")
    .split(/\n{2,}/)
    .flatMap((block): Caption[] => {
      const lines = block.split("\n");
      const at = lines.findIndex((line) => line.includes("-->"));
      const [start = "", end = ""] = (lines[at] ?? "").split("-->");
      const [from, to] = [millisecondsOf(start), millisecondsOf(end.trim().split(/\s/)[0] ?? "")];
      const text = lines
        .slice(at + 1)
        .map(plain)
        .filter((line) => line !== "")
        .join(" ");
      if (at < 0 || from === undefined || to === undefined || to <= from || text === "") return [];
      return [{ from, to, text }];
    });
  return found.length > 0 ? found.toSorted((a, b) => a.from - b.from) : undefined;
}
