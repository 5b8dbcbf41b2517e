export { seal } from "../carry/seal.ts";
export { testPhone } from "./phone.ts";
export { stateOf } from "./state-of.ts";
