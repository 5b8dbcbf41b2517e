/**
 * What no screen shows, or shows as something else: control characters, halves of letters, private and unassigned places, and marks that
 * turn the text around them. Joiners and direction marks stand in names of people.
 */
const UNSHOWN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202A-\u202E\u2066-\u2069\uFFFC\uFFFD]/u;

export const isDisplayable = (text: string): boolean => text.isWellFormed() && !UNSHOWN.test(text);

/** Whether somebody is named at all. */
export const isNamed = (text: string): boolean => /\p{L}/u.test(text);
