export { addProof, verifyProof } from "./integrity.ts";
export type { IntegrityProof } from "./proof-of.ts";
