/** The operations of whoever looks at a learner's work, and of whoever was looked at: no other page carries them. */
export { observingAddresses, seenAddresses } from "./addresses.ts";
