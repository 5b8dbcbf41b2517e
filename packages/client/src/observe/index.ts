/** The door to filling checklists beside a learner, far from any network. No page of a learner goes through it. */
export { deviceIdOf } from "../carry/pass.ts";
export { seal } from "../carry/seal.ts";
export { sender } from "../sender.ts";
export * from "./draft.ts";
export type * from "./kept.ts";
export { observationFlusher, type ObservingPost } from "./send.ts";
export { byUrgency, mostUrgent, type Standing, standingTo } from "./standing.ts";
export * from "./store.ts";
