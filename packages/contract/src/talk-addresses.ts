/** Operations that authors of a lesson ask alone, when they speak with each other: the office adds them when that comes. */
export { talkAddresses } from "./addresses.ts";
