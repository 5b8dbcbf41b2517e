import { readXml } from "../xml/read-xml.ts";
import type { Zip } from "../zip/open-zip.ts";
import { quoted } from "../quoted.ts";
import { wordsIn } from "./words-in.ts";

export const NOTE_KINDS = ["footnote", "endnote", "comment"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
/** What stands in a note or a comment, cut to what a report repeats. */
export type Notes = (kind: NoteKind, id: string) => string;

/** Footnotes, endnotes and comments of a document by `parts`, the name of each kind's part. */
export async function readNotes(
  zip: Zip,
  parts: Readonly<Record<NoteKind, string | undefined>>,
  signal?: AbortSignal,
): Promise<Notes> {
  const words = new Map<string, string>();
  for (const kind of NOTE_KINDS) {
    const pieces = zip.stream(parts[kind] ?? "");
    if (!pieces) continue;
    await readXml(pieces, {
      wanted: (name) => name === `w:${kind}`,
      onNode: (node) =>
        words.set(`${kind} ${node.attributes.get("w:id") ?? ""}`, quoted(wordsIn(node))),
      signal,
    });
  }
  return (kind, id) => words.get(`${kind} ${id}`) ?? "";
}
