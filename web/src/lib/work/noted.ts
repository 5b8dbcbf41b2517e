import type { Reply } from "../api.ts";

export type Submission = Reply<"listOwnSubmissions">["submissions"][number];
export type Marking = Submission["markings"][number];
export type Note = Marking["notes"][number];
export type Proof = Submission["proofs"][number];
/** A note with the number by which it is called, and who made it. */
export type Numbered = { readonly number: number; readonly by: string; readonly note: Note };

/** A stretch of a text, with the notes that begin to be about it there and all that are about it. */
export type Stretch = {
  readonly text: string;
  readonly notes: readonly Numbered[];
  /** Notes whose place ends here. */
  readonly ends: readonly Numbered[];
};

const ORDER = { text: 0, photo: 1, moment: 2, file: 3 } as const;
const placeIn = (note: Note): number =>
  note.on === "text" ? note.from : note.on === "moment" ? note.second : 0;

/** All notes of all markers, numbered as they stand in the work: its text first, then piece by piece. Pure. */
export function numbered({
  markings,
  proofs,
}: Pick<Submission, "markings" | "proofs">): readonly Numbered[] {
  const at = (note: Note): number =>
    note.on === "text" ? -1 : proofs.findIndex(({ hash }) => hash === note.proof);
  return markings
    .flatMap(({ byName, notes }) => notes.map((note) => ({ by: byName, note })))
    .sort(
      (a, b) =>
        at(a.note) - at(b.note) ||
        ORDER[a.note.on] - ORDER[b.note.on] ||
        placeIn(a.note) - placeIn(b.note),
    )
    .map((one, index) => ({ ...one, number: index + 1 }));
}

/** A text cut where notes begin and end. What reaches beyond it ends with it; what has no stretch of it is at its end. Pure. */
export function stretchesOf(text: string, all: readonly Numbered[]): readonly Stretch[] {
  const notes = all.flatMap((one) =>
    one.note.on === "text"
      ? [
          {
            ...one,
            from: Math.min(one.note.from, text.length),
            to: Math.min(one.note.to, text.length),
          },
        ]
      : [],
  );
  const cuts = [...new Set([0, ...notes.flatMap(({ from, to }) => [from, to]), text.length])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      notes: notes.filter((one) => one.from <= from && one.to >= to),
      ends: notes.filter((one) => one.to === to || (to === text.length && one.from >= to)),
    };
  });
}

/** The notes about one piece. Pure. */
export const notesOn = (all: readonly Numbered[], { hash }: Proof): readonly Numbered[] =>
  all.filter(({ note }) => note.on !== "text" && note.proof === hash);

/** The words that a note is about. Pure. */
export const quoteOf = (text: string, { note }: Numbered): string | undefined =>
  note.on === "text" ? text.slice(note.from, note.to) : undefined;
