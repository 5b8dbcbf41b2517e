/** Most of each thing in an organisation's bank of items, as pages must know it too. */
export const BANK_LIMITS = {
  /** Of one item, and how long one may be. */
  tags: 10,
  tagLetters: 40,
  /** So many letters of what is asked stand in a list, in each language, and are looked through. */
  excerpt: 100,
  /** Items that one request brings whole. */
  bring: 20,
  /** Items that one request names. */
  chosen: 40,
  /** Courses whose drafts one request gives the words of an item. */
  courses: 20,
} as const;
