import { keep, kept, type Kept } from "../kept.ts";

/**
 * How somebody stands with the guide on this device: `begun` when it was shown to her, `closed` when she closed it, `asked` when she
 * called it back, `done` for who has published without it or with it. What is done is told by her courses alone.
 */
export type TourNote = "" | "begun" | "asked" | "closed" | "done";

const nameOf = (accountId: string): Kept => `copy.own.tour.${accountId}`;
export const tourNote = (accountId: string): TourNote => kept(nameOf(accountId)) as TourNote;
export const noteTour = (accountId: string, note: TourNote): void => keep(nameOf(accountId), note);

/** Whether the guide has to be asked for here at all. */
export const mayTour = (accountId: string, query: Pick<URLSearchParams, "has">): boolean =>
  query.has("tour") || !["closed", "done"].includes(tourNote(accountId));
