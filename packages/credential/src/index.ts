export { lozenges, seal, SEAL_COLOURS, SEAL_SIZE, sealSvg, type SealColour } from "./seal.ts";
