import type { DraftBlock, RichText } from "@twiza/contract";
import type { ImportedBlock, ImportedPicture, ReportLine } from "@twiza/exchange/docx";
import type { ImportedImage, ImportedQuestion, ReportCode } from "@twiza/exchange/markdown";

type Of<Kind extends DraftBlock["kind"]> = Extract<DraftBlock, { kind: Kind }>;

/** A recording that lies in the file and in no library yet. */
export type ReadRecording = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: "audio/ogg";
  readonly name: string;
};
/** A block as a reader answers with it: of a draft, but that pictures and recordings bring their bytes. Its key is given later. */
export type ReadBlock =
  | ImportedBlock
  | Readonly<Of<"callout">>
  | Readonly<Of<"term">>
  | { readonly kind: "steps"; readonly steps: readonly RichText[] }
  | ImportedQuestion
  | {
      readonly kind: "audio";
      readonly seconds: number;
      readonly transcript: string;
      readonly recording?: ReadRecording;
    };
/** Titles have at most 200 characters; empty where the file has none. */
export type ReadLesson = { readonly title: string; readonly blocks: readonly ReadBlock[] };

/** Every code that a report may hold: each has its sentence. Whoever adds a reader adds the codes of its own. */
export type LineCode = ReportCode | "text.encoding";

/** What became of one thing in a file. */
export type Line = Omit<ReportLine, "code"> & { readonly code: LineCode };

/** What a reader answers: lessons that may be taken over, and what became of everything. Nothing is written anywhere. */
export type Reading = {
  /** What the document calls itself. */
  readonly title: string | undefined;
  readonly lessons: readonly ReadLesson[];
  readonly report: readonly Line[];
};

/** How far the reading is, as its reader counts; and in which part of the file, where it says so. */
export type Progress = {
  readonly part?: "text" | "pictures";
  readonly done: number;
  readonly total: number;
};
export type ReadOptions = { readonly onProgress: (progress: Progress) => void };

/** A reading whose parts the server has room for, with what the document is known by. */
export type ReadFile = { readonly reading: Reading; readonly fingerprint: string };

export type MediaFile = ImportedPicture | ImportedImage | ReadRecording;
/** Where in its block a file belongs: it is what the block shows or plays, or it belongs to a question or to one of its answers. */
export type Seat =
  | { readonly is: "medium"; readonly alt: string }
  | { readonly is: "question"; readonly alt: string }
  | { readonly is: "option"; readonly id: string; readonly alt: string };

/** What a block brings into the library. `alt`: what it is; empty where nobody says. */
export function filesIn(
  block: ReadBlock,
): readonly { readonly file: MediaFile; readonly seat: Seat }[] {
  if (block.kind === "picture") return [{ file: block, seat: { is: "medium", alt: block.alt } }];
  if (block.kind === "audio")
    return block.recording ? [{ file: block.recording, seat: { is: "medium", alt: "" } }] : [];
  if (block.kind !== "question") return [];
  const { picture, options } = block;
  return [
    ...(picture
      ? [{ file: picture.image, seat: { is: "question", alt: picture.alt } as const }]
      : []),
    ...options.flatMap(({ id, text, picture: file }) =>
      file ? [{ file, seat: { is: "option", id, alt: text } as const }] : [],
    ),
  ];
}
