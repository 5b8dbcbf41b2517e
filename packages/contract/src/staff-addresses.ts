/** The operations that only staff may ask, by a door of their own: no learner's phone carries them. */
export { staffAddresses } from "./addresses.ts";
