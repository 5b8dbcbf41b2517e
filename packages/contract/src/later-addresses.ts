/** Operations that one part of the site asks alone: it adds them when it comes, and no other page carries them. */
export { bookAddresses, carryAddresses, meAddresses, packAddresses } from "./addresses.ts";
