export { lozenges, seal, SEAL_COLOURS, SEAL_SIZE, type SealColour } from "./seal.ts";
