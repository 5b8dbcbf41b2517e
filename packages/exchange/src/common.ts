export { FURTHER_CODES, type FurtherCode, type ReportCode } from "./codes.ts";
export type { Place } from "./compose/place.ts";
export { type ExchangeCode, ExchangeFault } from "./fault.ts";
export type { What } from "./flow/remarks.ts";
export type {
  AnyImportedBlock,
  FurtherBlock,
  ImportedAudio,
  ImportedBlock,
  ImportedCallout,
  ImportedImage,
  ImportedLesson,
  ImportedOption,
  ImportedPicture,
  ImportedQuestion,
  ImportedSteps,
  ImportedTerm,
} from "./imported.ts";
export type { Reading, ReadingOptions, ReportLine } from "./reading.ts";
export type { Input } from "./source.ts";
