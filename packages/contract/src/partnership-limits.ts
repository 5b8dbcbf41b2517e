/**
 * How many institutions may stand behind the certificates of a course beside the one that issues: each takes some 320 of the 3,500
 * bytes that are signed, and a line on paper.
 */
export const MOST_PARTNERS = 2;
/** `running`: the next certificate is issued together. The other three say how it came to nothing, or to its end. */
export const PARTNERSHIP_STATES = ["asked", "running", "declined", "withdrawn", "ended"] as const;
export type PartnershipState = (typeof PARTNERSHIP_STATES)[number];
