/** Words on one line. A space that holds two words together stays: French has one before a colon. */
export const oneLine = (text: string): string => text.replaceAll(/[^\S\u00A0\u202F]+/g, " ").trim();
