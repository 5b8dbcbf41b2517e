/** Courses from a file: loaded when somebody picks one. */
export type { Key } from "./signature.ts";
export { take } from "./take.ts";
export { TakeFault, type TakeReason } from "./take-fault.ts";
