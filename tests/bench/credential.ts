import { generateKeyPairSync, randomBytes, randomInt, sign } from "node:crypto";
import { STATUS_LIST_LENGTH } from "@twiza/contract/status-place";
import { endorsement, endorses } from "@twiza/credential/endorsement";
import { addProof, verifyProof } from "@twiza/credential/integrity";
import { signJwt, verifyJwt } from "@twiza/credential/jwt";
import { type BadgeOf, openBadge } from "@twiza/credential/open-badge";
import { paperAddress, paperCode, readPaperCode } from "@twiza/credential/paper-code";
import { decodeList, encodeList } from "@twiza/credential/status-list";

const SECONDS = 1;
const validFrom = "2026-03-01T10:00:00.000Z";
const id = (kind: string): string => `${kind}_0198f0c27e7a7c3d8e9fa0b1c2d3e4f5`;

/** A certificate of a course that is written in four languages and names twelve competencies. */
const badgeOf = {
  salt: randomBytes(16).toString("base64url"),
  origin: "https://twiza.example",
  words: { description: "شهادة إتمام تكوين", criteria: "إتمام جميع الدروس", result: "النتيجة" },
  certificate: {
    id: id("crt"),
    number: "TWZ-4f2a90-2026-000123",
    organisationId: id("org"),
    organisationName: { ar: "اتحاد تعاونيات سوس" },
    learnerId: id("lrn"),
    learnerName: "فاطمة الزهراء أيت علي",
    courseId: id("crs"),
    courseTitle: {
      ar: "تدبير المخزون",
      fr: "Gestion de stock",
      zgh: "ⴰⵙⵡⵓⴷⴷⵓ",
      en: "Managing stock",
    },
    courseVersion: 3,
    minutes: 100,
    quizPercent: 87,
    issuedAt: validFrom,
    issuedBy: "system",
    language: "ar",
    competencies: Array.from({ length: 12 }, () => ({
      id: id("cmp"),
      frameworkId: id("frw"),
      statement: { ar: "يجرد المخزون" },
    })),
  },
} as unknown as BadgeOf;

/** Each form: its size, and how often a second of the processor it is made and proven. Sizes and ratios are the same everywhere, speeds are not. */
export async function credentialFigures(): Promise<readonly object[]> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const kid = randomBytes(32).toString("base64url");
  const point = publicKey.export({ format: "jwk" });
  const key = {
    kty: "OKP",
    crv: "Ed25519",
    x: point.x ?? "",
    kid,
    alg: "EdDSA",
    use: "sig",
  } as const;
  const signer = {
    kid,
    sign: (bytes: Uint8Array) => Promise.resolve(new Uint8Array(sign(null, bytes, privateKey))),
  };
  const keysOf = () => [key];
  const badge = openBadge(badgeOf);
  const jwt = await signJwt(badge, signer);
  const signed = await addProof(badge, signer, { created: validFrom });
  const endorsed = () =>
    signJwt(
      endorsement({
        credential: badge,
        address: `${badge.id}/endorsement`,
        issuer: badge.issuer.id,
        issuerName: "UM6P",
        name: "UM6P",
        validFrom,
      }),
      signer,
    );
  const [token, set] = [
    await endorsed(),
    Array.from({ length: 2000 }, () => randomInt(STATUS_LIST_LENGTH)),
  ];
  const list = await encodeList({ entries: STATUS_LIST_LENGTH, set });
  const paper = { certificate: badgeOf.certificate, salt: badgeOf.salt, origin: badgeOf.origin, language: "ar" as const, signer }; // prettier-ignore
  const code = await paperCode(paper);
  const address = paperAddress(badgeOf.origin, badgeOf.certificate.id, code);
  const rows = [
    await row("claims, cut to fit", JSON.stringify(badge), { make: () => openBadge(badgeOf) }),
    await row("VC-JWT", jwt, {
      make: () => signJwt(badge, signer),
      prove: () => verifyJwt(jwt, keysOf),
    }),
    await row("eddsa-rdfc-2022", JSON.stringify(signed), {
      make: () => addProof(badge, signer, { created: validFrom }),
      prove: () => verifyProof(signed, keysOf),
    }),
    await row("code on paper", code, {
      make: () => paperCode(paper),
      prove: () => readPaperCode(address, [key]),
    }),
    await row("endorsement", token, {
      make: endorsed,
      prove: async () => endorses(await verifyJwt(token, keysOf), badge),
    }),
    await row("list, 2,000 set", list, {
      make: () => encodeList({ entries: STATUS_LIST_LENGTH, set }),
      prove: () => decodeList(list, { entries: STATUS_LIST_LENGTH }),
    }),
  ];
  const [, usual] = rows;
  return rows.map((each) => ({
    ...each,
    "made, of a JWT": ratio(each["made/s"], usual?.["made/s"]),
    "proven, of a JWT": ratio(each["proven/s"], usual?.["proven/s"]),
  }));
}

type Work = { readonly make: () => unknown; readonly prove?: () => unknown };

async function row(form: string, text: string, { make, prove }: Work) {
  const bytes = Buffer.byteLength(text);
  return {
    form,
    bytes,
    "made/s": await rate(make),
    "proven/s": prove ? await rate(prove) : undefined,
  };
}

async function rate(work: () => unknown): Promise<number> {
  for (let warm = 0; warm < 20; warm++) await work();
  // Of the processor and not of the clock: what others do on this computer meanwhile is not counted.
  const used = () => process.cpuUsage().user + process.cpuUsage().system;
  const begun = used();
  let count = 0;
  while (used() - begun < 1_000_000 * SECONDS) {
    await work();
    count++;
  }
  return Math.round((1_000_000 * count) / (used() - begun));
}

const ratio = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.round((100 * one) / other) / 100;
