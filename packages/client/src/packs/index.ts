/** Courses on the phone: loaded when somebody downloads, never with a lesson. */
export { type Choice, filesOf, weightOf } from "@twiza/contract/pack-choice";
export { type FaultReason, PackFault } from "./fault.ts";
export type { OnPhone, Progress } from "./here.ts";
export { type Connection, mayDownload } from "./may-download.ts";
export { type Offer, openPacks, type Packs } from "./open-packs.ts";
export { freeBytes, type Outside } from "./outside.ts";
export type { PackRecord } from "./record.ts";
