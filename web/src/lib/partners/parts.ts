import type { Partnership } from "@twiza/contract";

/** Under what an agreement stands on the page, the most urgent first. */
export const PARTS = ["incoming", "outgoing", "running", "over"] as const;
export type Part = (typeof PARTS)[number];

/** Where it stands for the organisation that looks. */
export function partOf({ state, partnerId }: Partnership, own: string): Part {
  if (state === "running") return "running";
  if (state !== "asked") return "over";
  return partnerId === own ? "incoming" : "outgoing";
}

/** One for each course and partner. */
export const keyOf = ({ courseId, partnerId }: Partnership): string => `${courseId} ${partnerId}`;

/** The moment that its state is of. */
export const momentOf = ({ state, askedAt, answeredAt, endedAt }: Partnership): string =>
  (state === "asked"
    ? askedAt
    : state === "running" || state === "declined"
      ? answeredAt
      : endedAt) ?? askedAt;

/** What somebody pasted, as the code that it is or holds: an address that ends with one will do. */
export const codeIn = (text: string): string | undefined =>
  /org_[0-9a-f]{32}(?![0-9a-f])/.exec(text.trim().toLowerCase())?.[0];
