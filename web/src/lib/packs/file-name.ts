import { ENDING } from "./ending.ts";

/** How the file of a course is called: its title as far as every card and system takes it, and its version. */
export function fileNameOf(title: string, version: number): string {
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["twiza"];
  const short = words.reduce((name, word) => (name.length + word.length < 40 ? `${name}-${word}` : name)); // prettier-ignore
  return `${short.slice(0, 60)}-v${version}${ENDING}`;
}
