/** What is asked where somebody is erased, and by a phone that hears of it later. */
export { erasureAddresses } from "./addresses.ts";
