import { erase, type Phone, standingOf } from "@twiza/client";
import { readKept, type Shelf } from "./shelf.ts";
import type { Sitting } from "./sitting.ts";

/** Where a learner's things lie on a phone: what she did, and the small things of her pages. */
type Places = { readonly phone: Phone; readonly shelf: Shelf };

/** What of a learner is on this phone and nowhere else. */
export type Unsent = {
  /** Things done that the server has not taken. */
  readonly events: number;
  /** Tests begun or handed in whose result has not come. */
  readonly tests: number;
  /** Work begun, waiting to be sent or refused. */
  readonly work: number;
};

/** What would be lost if this learner's things were erased now. */
export async function unsentOf({ phone, shelf }: Places, learnerId: string): Promise<Unsent> {
  const { waiting, refused } = await standingOf(phone, learnerId);
  const sittings = shelf.keys(sittingsOf(learnerId)).flatMap((key) => {
    const sitting = readKept<Sitting>(shelf, key);
    return sitting?.attempt && !sitting.result ? [key] : [];
  });
  const work = Number(shelf.read(`twiza.work.${learnerId}`) ?? 0);
  const wishes = shelf.keys(wishesOf(learnerId)).length;
  return { events: waiting + refused + wishes, tests: sittings.length, work };
}

/** Erases everything of a learner from this phone: what waits, her places, her tests, her copies. Nobody else's. */
export async function eraseLearner({ phone, shelf }: Places, learnerId: string): Promise<void> {
  await erase(phone, learnerId);
  const own = [
    sittingsOf(learnerId),
    wishesOf(learnerId),
    `twiza.copy.own.${learnerId}.`,
    `twiza.copy.own.days.${learnerId}`,
  ];
  for (const key of own.flatMap((prefix) => shelf.keys(prefix))) shelf.drop(key);
}

/** What she lets anybody see of her certificates, until it is heard: as `shows/waiting.ts` keeps it. */
const wishesOf = (learnerId: string) => `twiza.shows.${learnerId}.`;
const sittingsOf = (learnerId: string) => `twiza.sitting.${learnerId}.`;
