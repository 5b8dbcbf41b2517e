import type { WorkStanding } from "@twiza/client/work";
import { keep, kept } from "../kept.ts";
import { owner } from "../learner/who.svelte.ts";

const nameOf = (assignmentId: string) => `copy.own.${owner()}.mark.${assignmentId}` as const;

/** A mark has come that she has not looked at on this phone. */
export const isNew = (assignmentId: string, { markedAt }: WorkStanding): boolean =>
  markedAt !== undefined && kept(nameOf(assignmentId)) < markedAt;

/** She has looked at it. */
export const lookedAt = (assignmentId: string, { markedAt = "" }: WorkStanding): void =>
  keep(nameOf(assignmentId), markedAt);
