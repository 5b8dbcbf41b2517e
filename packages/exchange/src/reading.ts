import { compose, type ReportLineOf } from "./compose/place.ts";
import type { Draft } from "./compose/lessons.ts";
import type { ReportCode } from "./codes.ts";
import type { FlowItem } from "./flow/flow.ts";
import type { Remarks } from "./flow/remarks.ts";
import type { LoadedPicture } from "./flow/load-pictures.ts";
import type { AnyImportedBlock, FurtherBlock, ImportedLesson } from "./imported.ts";

export type ReportLine = ReportLineOf<ReportCode>;
/** What every reader answers with: lessons that may be taken over, and what became of everything. Nothing is written anywhere. */
export type Reading = {
  /** What the file calls itself; for a course of several lessons. */
  readonly title: string | undefined;
  readonly lessons: readonly ImportedLesson<AnyImportedBlock>[];
  readonly report: readonly ReportLine[];
};

export type ReadingOptions = {
  readonly signal?: AbortSignal | undefined;
  /** How far the reading is; what is counted is the reader's own affair. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

export type FurtherItem = FlowItem<FurtherBlock>;
export type FurtherDraft = Draft<FurtherBlock>;
export type FurtherRemarks = Remarks<ReportCode>;

type Found = {
  readonly title: string | undefined;
  readonly lessons: readonly FurtherDraft[];
  readonly remarks: FurtherRemarks;
  readonly pictures: ReadonlyMap<string, LoadedPicture>;
  readonly isCut?: boolean;
};

/** What was found, as a reading. */
export const readingOf = ({
  title,
  lessons,
  remarks,
  pictures,
  isCut = false,
}: Found): Reading => ({
  title,
  ...compose<ReportCode, FurtherBlock>(lessons, {
    pictureOf: (name) => pictures.get(name),
    remarks,
    isCut,
  }),
});
