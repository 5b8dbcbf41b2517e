/** Courses from a file: loaded when somebody picks one. */
export type { Key } from "../jws.ts";
export { take } from "./take.ts";
export { TakeFault, type TakeReason } from "./take-fault.ts";
