/** What lets somebody in, or a learner onto this phone: those who ask it add it. */
export { entryAddresses } from "./addresses.ts";
