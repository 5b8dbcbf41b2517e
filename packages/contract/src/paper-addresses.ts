/** Papers of certificates: a wallet adds them when its holder wants one. */
export { paperAddresses } from "./addresses.ts";
