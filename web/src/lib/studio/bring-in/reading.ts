import type { ImportedLesson, RemarkCode, ReportLine } from "@twiza/exchange/docx";

/** Every code that a report may hold: each has its sentence. Whoever adds a reader adds the codes of its own. */
export type LineCode = RemarkCode | "text.encoding";

/** What became of one thing in a file. */
export type Line = Omit<ReportLine, "code"> & { readonly code: LineCode };

/** What a reader answers: lessons that may be taken over, and what became of everything. Nothing is written anywhere. */
export type Reading = {
  /** What the document calls itself. */
  readonly title: string | undefined;
  readonly lessons: readonly ImportedLesson[];
  readonly report: readonly Line[];
};

/** How far the reading is: in which part of the file, and in bytes of it. */
export type Progress = {
  readonly part: "text" | "pictures";
  readonly done: number;
  readonly total: number;
};
export type ReadOptions = { readonly onProgress: (progress: Progress) => void };

/** A reading whose parts the server has room for, with what the document is known by. */
export type ReadFile = { readonly reading: Reading; readonly fingerprint: string };
