import type { Page, Write } from "@twiza/core";
import type { Op } from "../engine/engine.ts";
import type { Kept } from "../entity.ts";

/** Wraps the operations of one noun's write; only `commit` opens it again. */
export type Writer = (...ops: Op[]) => Write;

/** Without its condition: whatever lies there gives way. */
export const anyhow = ({ condition: _, ...op }: Op): Op => op as Op;

/** A page of an entity's query as core knows it. */
export const page = <T>({
  values,
  next,
}: {
  values: readonly Kept<T>[];
  next?: string | undefined;
}): Page<T> => ({
  values,
  ...(next ? { next } : {}),
});
