import { type AudioLanguage, type ContentLanguage, isAudioLanguage } from "@twiza/contract/where";
import { isWithin, type Scope, WHOLE } from "./scope.ts";
import type { Part, Recorded } from "./recorded.ts";
import { partsOf } from "./sheet.ts";

/** A place on the page in the language it is written in. */
export type Line = {
  readonly element: HTMLElement;
  readonly place: string;
  readonly text: ContentLanguage;
};

/** The places of a scope, in the order of the page; those of the whole are the page's own, not those of a sheet over it. */
export function linesOf(scope: Scope): readonly Line[] {
  const within = scope === WHOLE ? "main [data-voice]" : "[data-voice]";
  return [...document.querySelectorAll<HTMLElement>(within)].flatMap((element) => {
    const place = element.dataset["voice"] ?? "";
    const text = element.closest<HTMLElement>("[lang]")?.lang;
    return isWithin(place, scope) && text ? [{ element, place, text }] : [];
  });
}

/** The whole goes on from where she is reading. */
export function firstOnScreen(lines: readonly Line[]): number {
  if (scrollY < innerHeight / 2) return 0;
  const isAbove = ({ element }: Line): boolean => element.getBoundingClientRect().bottom <= 80;
  return Math.max(
    0,
    lines.findIndex((line) => !isAbove(line)),
  );
}

/**
 * What is recorded of a line: in the sheet, or, for a block that is spoken in its own language, the block's own file. Where that is a
 * language without a voice, it is all that can be heard there, whichever voice she chose.
 */
export async function partFor(
  { element, place, text }: Line,
  { audio, recorded }: { audio: AudioLanguage; recorded: Recorded | undefined },
) {
  const { recording, seconds } = element.dataset;
  const own: Part | undefined =
    recording && (audio === text || !isAudioLanguage(text))
      ? { media: { hash: recording }, seconds: Number(seconds), isOwn: true }
      : undefined;
  try {
    const parts = await partsOf(recorded);
    return { part: parts[place] ?? own, isMissing: false };
  } catch {
    // Neither network nor phone has the sheet: what is left is the block's own, or this phone's voice.
    return { part: own, isMissing: true };
  }
}
