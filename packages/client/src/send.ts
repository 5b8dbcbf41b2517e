/** The door to sending and to what came back: fetched once there is something to send. */
export { flusher, type Outcome } from "./flush.ts";
export { type Batch, bodyOf, isFailure, type Failure, type Post } from "./post.ts";
export { giveUp, receipts, retry } from "./receipts.ts";
export { delayAfter, sender } from "./sender.ts";
export { handInOf, type HandedIn, momentOn } from "./hand-in.ts";
