import type { Block } from "@twiza/contract";
import type { Report } from "./fault.ts";
import type { LessonReading } from "./lesson.ts";

/** What of a block is the same in every language, in words that its author understands. */
function shapeOf(block: Block | undefined): string {
  if (!block) return "missing";
  if (block.kind !== "question") return `${block.kind} “${block.key}”`;
  const right = block.options
    .filter((option) => option.right)
    .map(({ id, gap }) => (gap === undefined ? id : `${id} in ${gap}`));
  const answer = block.number ? String(block.number.value) : right.join(" and ");
  const count = block.options.length;
  return `question “${block.key}” (${block.question}, ${count} options, right: ${answer})`;
}

/** A translation has the blocks of the original, so that progress counts the same in every language. */
export function reportOtherBlocks(
  original: LessonReading,
  translation: LessonReading,
  report: Report,
): void {
  if (!original.body || !translation.body) return;
  const wanted = original.body.blocks;
  const given = translation.body.blocks;
  const length = Math.max(wanted.length, given.length);
  for (let at = 0; at < length; at += 1) {
    const [here, there] = [shapeOf(given[at]), shapeOf(wanted[at])];
    if (here === there) continue;
    const line = translation.lines.get(given[at]?.key ?? "") ?? 1;
    report(line, `block ${at + 1} is ${here}, in the original ${there}: write the same, in order`);
    return;
  }
}
