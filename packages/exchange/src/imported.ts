import type { Block, QuestionBlock, RichText } from "@twiza/contract";

export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;

/** A picture that lies in the imported file and in no library yet: its bytes, and the name it had there. */
export type ImportedPicture = {
  readonly kind: "picture";
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: (typeof PICTURE_TYPES)[number];
  readonly name: string;
  /** What one sees in it; empty where the file does not say. */
  readonly alt: string;
  readonly caption?: string;
};

/** A picture that belongs into something else: its bytes, and the name it had in the file. */
export type ImportedImage = Pick<ImportedPicture, "bytes" | "type" | "name">;

type Table = Omit<Extract<Block, { kind: "table" }>, "key">;

/** A block of a draft, but for pictures, which bring their bytes instead of the name of a medium. Its key is given later. */
export type ImportedBlock =
  | { readonly kind: "text"; readonly doc: RichText }
  | Readonly<Table>
  | ImportedPicture;

export type ImportedCallout = {
  readonly kind: "callout";
  readonly tone: Extract<Block, { kind: "callout" }>["tone"];
  readonly doc: RichText;
};
export type ImportedSteps = { readonly kind: "steps"; readonly steps: readonly RichText[] };

/** Spoken words; their recording comes along where the file has one that a phone can play. */
export type ImportedAudio = {
  readonly kind: "audio";
  readonly seconds: number;
  readonly transcript: string;
  readonly recording?: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly type: "audio/ogg";
    readonly name: string;
  };
};

type Option = QuestionBlock["options"][number];
/** Of a question of practice. Pictures bring their bytes. */
export type ImportedOption = Readonly<Omit<Option, "picture">> & {
  readonly picture?: ImportedImage;
};

/** A question of practice. Its options are called `a`, `b`, `c` … in their order. */
export type ImportedQuestion = {
  readonly kind: "question";
  readonly question: QuestionBlock["question"];
  readonly prompt: RichText;
  readonly options: readonly ImportedOption[];
  readonly number?: Readonly<NonNullable<QuestionBlock["number"]>>;
  readonly feedback?: string;
  readonly hint?: string;
  readonly credit?: "part";
  /** What is looked at to answer, or pointed at; `alt` is empty where the file does not say it. */
  readonly picture?: { readonly image: ImportedImage; readonly alt: string };
};

/** A word to know, and what it means. */
export type ImportedTerm = { readonly kind: "term"; readonly term: string; readonly doc: RichText };

/** What Word has no way to say, and other files have. */
export type FurtherBlock =
  | ImportedCallout
  | ImportedSteps
  | ImportedAudio
  | ImportedQuestion
  | ImportedTerm;
/** A block that any of the readers may answer with; those of Word are among them. */
export type AnyImportedBlock = ImportedBlock | FurtherBlock;

/** Titles have at most 200 characters; empty where the file has none. */
export type ImportedLesson<Of = ImportedBlock> = {
  readonly title: string;
  readonly blocks: readonly Of[];
};
