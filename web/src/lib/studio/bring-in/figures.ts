import { filesIn, type ReadBlock, type ReadLesson } from "./reading.ts";

/** What a lesson holds: how many blocks of each kind, in the order in which they come, and its pictures and recordings in bytes. */
export function figuresOf({ blocks }: Pick<ReadLesson, "blocks">) {
  const kinds = new Map<ReadBlock["kind"], number>();
  let [bytes, mute] = [0, 0];
  for (const block of blocks) {
    kinds.set(block.kind, (kinds.get(block.kind) ?? 0) + 1);
    for (const { file, seat } of filesIn(block)) {
      bytes += file.bytes.byteLength;
      if (block.kind !== "audio" && seat.alt.trim() === "") mute += 1;
    }
  }
  return { kinds: [...kinds], bytes, mute };
}

/** In characters. */
const FIRST = 120;

/** How a lesson begins, after its title. */
export function firstWords({ blocks }: Pick<ReadLesson, "blocks">): string {
  for (const block of blocks) {
    const words = wordsOf(block).replaceAll(/\s+/g, " ").trim();
    const characters = Array.from(words);
    if (words === "") continue;
    return characters.length > FIRST ? `${characters.slice(0, FIRST - 1).join("")}…` : words;
  }
  return "";
}

/** All words of a block, one text after another. */
export function wordsOf(block: ReadBlock): string {
  if (block.kind === "picture") return [block.alt, block.caption].filter(Boolean).join(" ");
  if (block.kind === "audio") return block.transcript;
  if (block.kind === "term") return [block.term, ...textsIn(block.doc)].join(" ");
  if (block.kind === "table") return [...block.head, ...block.rows.flat()].join(" ");
  return textsIn(block).join(" ");
}

/** Whatever is called `text` in it, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === "text" && typeof inner === "string" ? [inner] : textsIn(inner),
  );
}
