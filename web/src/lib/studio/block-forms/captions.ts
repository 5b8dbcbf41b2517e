import { type Caption, CAPTION_LIMITS, captionsIn } from "@twiza/contract/captions";

/** A new caption stands for so long, in milliseconds. */
const A_WHILE = 3000;

/** What stands under the pictures at that moment. */
export const captionAt = (captions: readonly Caption[], at: number): Caption | undefined =>
  captions.find(({ from, to, text }) => from <= at && at < to && text.trim() !== "");

/** A time as it is written by hand: `1:02.5`. */
export function timeOf(milliseconds: number): string {
  const rest = milliseconds % 1000;
  const seconds = Math.floor(milliseconds / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
}

/** With one more that begins there, before those that begin later; one that would still stand there ends. Tells its place. */
export function withCaption(
  captions: readonly Caption[],
  from: number,
): { readonly captions: readonly Caption[]; readonly at: number } {
  const later = captions.findIndex((caption) => caption.from > from);
  const at = later < 0 ? captions.length : later;
  const next = captions[at]?.from ?? Infinity;
  const before = captions
    .slice(0, at)
    .map((caption) =>
      caption.from < from && caption.to > from ? { ...caption, to: from } : caption,
    );
  const fresh = { from, to: Math.min(from + A_WHILE, next), text: "" };
  return { captions: [...before, fresh, ...captions.slice(at)], at };
}

/** Captions of a file as a lesson takes them; `less` when some had to be shortened or left out. */
export function broughtCaptions(
  file: string,
): { readonly captions: readonly Caption[]; readonly less: boolean } | undefined {
  const found = captionsIn(file);
  if (!found) return undefined;
  const kept = found.slice(0, CAPTION_LIMITS.count).map((caption) => {
    const letters = Array.from(caption.text.toWellFormed().replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, " ")); // prettier-ignore
    return { ...caption, text: letters.slice(0, CAPTION_LIMITS.text).join("").trim() };
  });
  const isLess = (caption: Caption, at: number): boolean => kept[at]?.text !== caption.text;
  return { captions: kept, less: found.some(isLess) };
}
