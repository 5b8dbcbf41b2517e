export { readAssignment } from "./read-assignment.ts";
export { writeAssignment } from "./write-assignment.ts";
export { draftOf, writtenOf } from "./draft.ts";
export { type AssignmentFault, type WrittenAssignment } from "./written.ts";
export { plainName } from "../files/plain-name.ts";
