/** The door to work that a learner hands in. No lesson goes through it. */
export { deviceIdOf } from "../carry/pass.ts";
export { type Connection, mayDownload } from "../packs/may-download.ts";
export { sender } from "../sender.ts";
export * from "./draft.ts";
export type * from "./kept.ts";
export { type WorkPost, workFlusher } from "./send.ts";
export * from "./store.ts";
export * from "./standing.ts";
