import { LearnerId } from "./id.ts";

/** Whose it is, where a phone sends for another of its learners than the one chosen now. One that is not its own is `not_found`. */
export const whose = { learnerId: LearnerId.optional() };
