/** Whoever reads without being enrolled. Her events wait on the phone until somebody enrols in that course on it. */
export const GUEST = "guest";
