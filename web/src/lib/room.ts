/** Parts of the site by what they say: a lesson few sentences, the learners' pages more, the office most. Each knows those before it. */
export const ROOMS = ["lesson", "learner", "office"] as const;
export type Room = (typeof ROOMS)[number];

/** The room that a path of ours leads to. */
export function roomOf(path: string): Room {
  if (/^\/(?:office|dev)(?:\/|$)/.test(path)) return "office";
  return /^\/learn\/[^/]+\/(?!quiz\/?$)[^/]/.test(path) ? "lesson" : "learner";
}
