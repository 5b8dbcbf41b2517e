import type { Block, RichText } from "@twiza/contract";

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

type Table = Omit<Extract<Block, { kind: "table" }>, "key">;

/** A block of a draft, but for pictures, which bring their bytes instead of the name of a medium. Its key is given later. */
export type ImportedBlock =
  { readonly kind: "text"; readonly doc: RichText } | Readonly<Table> | ImportedPicture;

/** Titles have at most 200 characters; empty where the file has none. */
export type ImportedLesson = { readonly title: string; readonly blocks: readonly ImportedBlock[] };
