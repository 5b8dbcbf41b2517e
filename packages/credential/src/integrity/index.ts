export { addProof, type IntegrityProof, proofOf, verifyProof } from "./integrity.ts";
