import type { Hash, LearnerId } from "@twiza/contract";
import type { Write } from "./kept.ts";

/** Whose private blobs are. */
export type HolderStore = {
  /** That what was taken in is hers, whoever else's it may be as well. */
  put(learnerId: LearnerId, hash: Hash): Write;
};
