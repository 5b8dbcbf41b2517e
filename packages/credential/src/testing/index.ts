import type { Certificate, PublicKey } from "@twiza/contract";
import { base64urlnopad } from "@scure/base";
import type { CredentialSigner, IssuerKey, KeysOf } from "../keys.ts";
import { type BadgeOf, openBadge } from "../open-badge/index.ts";
import { sha256 } from "../sha256.ts";

/** Where the samples are reached, and who issues them. */
export const ORIGIN = "https://twiza.example";
export const DID = "did:web:twiza.example:o:org_0198f0c27e7a7c3d8e9fa0b1c2d3e4f5";

/** A key as an installation has one, and its public half as its issuer tells it. */
export type SampleKey = { readonly signer: CredentialSigner; readonly key: IssuerKey };

/** A new key, that signs from 2026 on. */
export async function sampleKey(times: Partial<IssuerKey> = {}): Promise<SampleKey> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const kid = base64urlnopad.encode(sha256(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`));
  const point: PublicKey = { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" };
  return {
    key: { ...point, from: "2026-01-01T00:00:00.000Z", ...times },
    signer: {
      kid,
      sign: async (bytes) =>
        new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, new Uint8Array(bytes))),
    },
  };
}

/** Those keys are the issuer's, and nobody else is known. */
export const knowing =
  (...keys: readonly PublicKey[]): KeysOf =>
  (did) =>
    did === DID ? keys : undefined;

const id = (kind: string, end: string): string => `${kind}_0198f0c27e7a7c3d8e9fa0b1c2d3${end}`;

/** A record with everything on it that one may have. */
export const sampleCertificate = (over: Partial<Certificate> = {}): Certificate =>
  ({
    id: id("crt", "aaaa"),
    number: "TWZ-4f2a90-2026-000123",
    organisationId: id("org", "e4f5"),
    organisationName: { ar: "اتحاد تعاونيات سوس", fr: "Union des coopératives du Souss" },
    learnerId: id("lrn", "bbbb"),
    learnerName: "فاطمة الزهراء أيت علي",
    courseId: id("crs", "cccc"),
    courseTitle: {
      ar: "تدبير المخزون",
      fr: "Gestion de stock",
      zgh: "ⴰⵙⵡⵓⴷⴷⵓ ⵏ ⵓⵃⵔⵓⵊ",
      en: "Managing stock",
    },
    courseVersion: 3,
    minutes: 100,
    quizPercent: 87,
    issuedAt: "2026-03-01T10:00:00.000Z",
    issuedBy: "system",
    language: "ar",
    competencies: [
      {
        id: id("cmp", "dddd"),
        frameworkId: id("frw", "eeee"),
        code: "STK-1",
        statement: { ar: "يجرد المخزون", fr: "Fait un inventaire" },
      },
    ],
    expiresAt: "2029-03-01T10:00:00.000Z",
    ...over,
  }) as Certificate;

/** Its credential, unsigned. */
export const sampleBadge = (over: Partial<BadgeOf> = {}) =>
  openBadge({
    certificate: sampleCertificate(),
    salt: "c2FsdC1vZi0xMjgtYml0cw",
    origin: ORIGIN,
    words: {
      description: "شهادة إتمام دورة",
      criteria: "إتمام جميع الدروس والنجاح في الاختبار",
      result: "الاختبار",
    },
    ...over,
  });
