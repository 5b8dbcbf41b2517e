import type { Caption } from "./caption.ts";

const two = (value: number, digits = 2): string => String(value).padStart(digits, "0");

/** A time as WebVTT writes it, `00:01:02.500`. */
function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    two(Math.floor(part)),
  );
  return `${clock.join(":")}.${two(milliseconds % 1000, 3)}`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** Where a caption stands within Markdown, a line that begins with ::: would end what it stands in. */
const ENDING = /^:::/;

/** Captions as a file of WebVTT (W3C), which `captionsIn` reads back to the same. */
export const vttOf = (captions: readonly Caption[]): string =>
  [
    "WEBVTT\n",
    ...captions.map(({ from, to, text }) => {
      const line = text
        .replaceAll(/[&<>]/g, (sign) => SIGNS[sign] ?? "")
        .replace(ENDING, "&#58;::");
      return `${clockOf(from)} --> ${clockOf(to)}\n${line}\n`;
    }),
  ].join("\n");
