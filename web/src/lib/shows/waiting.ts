import type { CertificateShows } from "@twiza/contract/certificate-limits";
import { readKept, type Shelf, writeKept } from "../learner/shelf.ts";

/** How much of a certificate its holder wants anybody to see, until the server has heard of it. */
export type Wish = {
  readonly certificateId: string;
  readonly shows: CertificateShows;
  readonly intentId: string;
  /** By this phone's clock. */
  readonly wishedAt: string;
};

const under = (learner: string): string => `twiza.shows.${learner}.`;
const keyOf = (learner: string, certificateId: string): string => under(learner) + certificateId;

/** The moment of a wish, by this phone's clock. */
export const wishMoment = (): string => new Date().toISOString();

/** Keeps a wish, in the place of an earlier one for the same certificate. */
export const keepWish = (shelf: Shelf, learner: string, wish: Wish): void =>
  writeKept(shelf, keyOf(learner, wish.certificateId), wish);

/** What waits of a learner. */
export const wishesOf = (shelf: Shelf, learner: string): readonly Wish[] =>
  shelf.keys(under(learner)).flatMap((key) => readKept<Wish>(shelf, key) ?? []);

/** Lets go of a wish that was heard, unless she wished something else meanwhile. */
export function dropWish(shelf: Shelf, learner: string, { certificateId, intentId }: Wish): void {
  const key = keyOf(learner, certificateId);
  if (readKept<Wish>(shelf, key)?.intentId === intentId) shelf.drop(key);
}
