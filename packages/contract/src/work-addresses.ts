/** The operations of work that is handed in: of who hands it in, and of who brings a voice to it. No other page carries them. */
export { workAddresses } from "./addresses.ts";
