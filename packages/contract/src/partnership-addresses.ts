/** Certificates of two institutions: their page adds them when it comes. */
export { partnershipAddresses } from "./addresses.ts";
