import type { Certificate } from "@twiza/contract";
import { base64urlnopad } from "@scure/base";
import type { PaperSigner } from "../make.ts";

/** A key of Ed25519 with what signs by it, for tests: made by the platform. */
export async function newKey() {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const named = new TextEncoder().encode(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }));
  const kid = base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest("SHA-256", named)));
  const key = { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" } as const;
  const signer: PaperSigner = {
    kid,
    sign: async (bytes) =>
      new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, new Uint8Array(bytes))),
  };
  return { key, signer };
}

export const SALT = "q83vEjRWeJq83vEjRWeJqw";

/** A certificate as it is issued, with what a test wants otherwise. */
export const certificateWith = (changes: Partial<Certificate> = {}): Certificate => ({
  id: "crt_0199aabbccdd7eefa0123456789abcde" as Certificate["id"],
  number: "TWZ-4f2a90-2026-000123",
  organisationId: "org_0199aabbccdd7eefa01234567894f2a9" as Certificate["organisationId"],
  organisationName: { ar: "مكتب تنمية التعاون", fr: "Office du développement de la coopération" },
  learnerId: "lrn_0199aabbccdd7eefa0123456789abcde" as Certificate["learnerId"],
  learnerName: "فاطمة الزهراء العلوي",
  courseId: "crs_0199aabbccdd7eefa0123456789abcde" as Certificate["courseId"],
  courseTitle: { ar: "تدبير التعاونية", fr: "Gérer une coopérative", zgh: "ⴰⵙⵡⵓⴷⴷⵓ ⵏ ⵜⵎⵙⵎⵓⵏⵜ" },
  courseVersion: 3,
  minutes: 480,
  quizPercent: 87,
  issuedAt: "2026-03-12T10:20:30.000Z",
  issuedBy: "system",
  ...changes,
});
