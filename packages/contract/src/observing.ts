/** The door to how an observation is judged: a rule that the observer's phone and the server both ask. No zod is in it. */

/** What was seen of a criterion; `not_seen`: there was no occasion, which counts as not met. */
export const SEEN = ["met", "not_met", "not_seen"] as const;
export type Seen = (typeof SEEN)[number];

/** Photos of one observation, and letters of what is written: of a criterion, of the whole, and of why somebody does not agree. */
export const OBSERVING_LIMITS = { photos: 4, note: 400, whole: 1000, dispute: 500 } as const;

/** Which rules judged. A judgement keeps the number of those that it was made by. */
export const OBSERVING = 1;

type Criteria = {
  readonly leastPercent: number;
  readonly criteria: readonly { readonly id: string; readonly critical?: true | undefined }[];
};
type SeenOf = { readonly criterion: string; readonly result: Seen };

export type Judgement = {
  readonly passed: boolean;
  /** How many criteria are met, of how many. */
  readonly met: number;
  readonly of: number;
  /** Critical criteria that are not met: each of them alone stands in the way. */
  readonly critical: string[];
};

/**
 * Passed when every critical criterion is met, and as large a share of all as the checklist asks. What says nothing of a criterion
 * did not see it; of two words on one the later counts. Pure.
 */
export function judge({ criteria, leastPercent }: Criteria, seen: readonly SeenOf[]): Judgement {
  const results = new Map(seen.map(({ criterion, result }) => [criterion, result]));
  const isMet = ({ id }: { id: string }): boolean => results.get(id) === "met";
  const met = criteria.filter(isMet).length;
  const critical = criteria.filter((it) => it.critical && !isMet(it)).map(({ id }) => id);
  // In whole numbers, so that no rounding decides.
  const enough = criteria.length > 0 && met * 100 >= leastPercent * criteria.length;
  return { passed: enough && critical.length === 0, met, of: criteria.length, critical };
}

/** What everybody tries first: one digit, digits in a row, a few that repeat, and years that somebody may be born in. Pure. */
export function isSimplePin(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
  const [step] = steps;
  const isRow = Math.abs(step ?? 2) <= 1 && steps.every((each) => each === step);
  return isRow || /^(\d+?)\1+$/.test(pin) || /^(19|20)\d\d$/.test(pin);
}
