export { readChecklist } from "./read-checklist.ts";
export { writeChecklist } from "./write-checklist.ts";
export { draftOf, writtenOf } from "./draft.ts";
export { type ChecklistFault, type WrittenChecklist } from "./written.ts";
export { plainName } from "../files/plain-name.ts";
