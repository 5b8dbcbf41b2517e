/** What a learner asks who looks at what she has shown: her wallet adds it when she opens that. */
export { passportAddresses } from "./addresses.ts";
