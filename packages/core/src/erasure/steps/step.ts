import type { Erasure, ErasureWork, Hash } from "@twiza/contract";
import type { Deps } from "../../deps.ts";

/** Takes private blobs away for good. One that is gone already does no harm. */
export type BlobBin = { remove(hash: Hash): Promise<void> };

export type Erasing = {
  readonly deps: Deps;
  readonly bin: BlobBin;
  readonly erasure: Erasure;
  readonly work: ErasureWork;
};

/** How a step came out: whether it found something, and where it goes on; without a place it is through. */
export type Stepped = {
  readonly found: boolean;
  readonly place?: string | undefined;
  readonly work?: ErasureWork;
};

/** One part of erasing, as often as it is done: what is gone already is not there to be done again. */
export type Step = (erasing: Erasing, place: string | undefined) => Promise<Stepped>;

/** Whether something of this course, or this organisation, is meant. */
export const isMeant = (
  { organisationId }: Erasure,
  of: { readonly organisationId?: unknown },
): boolean => organisationId === undefined || of.organisationId === organisationId;
