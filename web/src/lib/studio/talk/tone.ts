const TONES = ["nila", "argan", "zaafran", "henna", "ink"] as const;

/** The colour of a person, the same on every page. */
export const toneOf = (accountId: string): (typeof TONES)[number] =>
  TONES[parseInt(accountId.slice(-4), 16) % TONES.length] ?? "ink";
