/** What whoever checks a certificate asks, beside the file that she has. */
export { checkingAddresses } from "./addresses.ts";
