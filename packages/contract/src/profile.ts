/** Our own drawings: half things, half signs, so that a learner finds herself without reading. */
export const PROFILE_PICTURES = [
  "argan",
  "saffron",
  "loom",
  "teapot",
  "goat",
  "honeycomb",
  "carpet",
  "olive",
  "pot",
  "fish",
  "palm",
  "sun",
] as const;
export type ProfilePicture = (typeof PROFILE_PICTURES)[number];

/** Colours of the weave that a profile may wear. */
export const PROFILE_COLOURS = ["nila", "argan", "zaafran", "tadelakt", "henna"] as const;
export type ProfileColour = (typeof PROFILE_COLOURS)[number];

export type ProfileLook = { readonly picture: ProfilePicture; readonly colour: ProfileColour };

/** How many learners one phone may hold: what a household needs, and what a screen of big targets shows. */
export const MOST_PROFILES = 8;

/** The look of a learner for whom nobody chose one, drawn from her id: the same on every phone. */
export function lookOf(learnerId: string): ProfileLook {
  let sum = 0;
  for (const char of learnerId) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003;
  return {
    picture: PROFILE_PICTURES[sum % PROFILE_PICTURES.length] ?? "argan",
    colour: PROFILE_COLOURS[sum % PROFILE_COLOURS.length] ?? "nila",
  };
}
