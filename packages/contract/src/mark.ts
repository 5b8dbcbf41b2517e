/**
 * Name of the cookie that pages may read: beside the session's own, which no script can, it says that somebody has signed in on
 * this browser. It proves nothing; without it nobody need be asked who is here.
 */
export const SIGNED_IN_MARK = "twiza-here";
/**
 * What it says where whoever signed in learns, and how the id of a learner begins, so that both are looked for in one: what is a
 * learner's may then be asked for before anything else is known.
 */
export const LEARNER_MARK = "lrn_";
