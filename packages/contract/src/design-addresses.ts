/** Designs of certificates: their page adds them when it comes. */
export { designAddresses } from "./addresses.ts";
