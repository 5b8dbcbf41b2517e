/** Which of her results counts, where she has several. */
export const COUNTS = ["best", "last", "first", "average"] as const;
export type Counts = (typeof COUNTS)[number];

/** What a learner is told of her result: question by question; that only once she has passed or has no try left; or the figure alone. */
export const TELLS = ["answers", "answers_at_end", "score"] as const;
export type Tells = (typeof TELLS)[number];

export const MOST_MINUTES = 600;
export const MOST_EXTRA_TRIES = 10;
/** Three times the time is given to who reads with her fingers or has it read to her. */
export const MOST_EXTRA_PERCENT = 200;

/** How often something must have been answered before any figure about it is told. */
export const LEAST_ANSWERS = 20;
