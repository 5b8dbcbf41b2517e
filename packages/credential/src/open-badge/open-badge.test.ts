import type { Certificate } from "@twiza/contract";
import { LANGUAGES } from "@twiza/contract/where";
import fc from "fast-check";
import { MOST_PARTNERS } from "@twiza/contract/partnership-limits";
import { describe, expect, it } from "vitest";
import { addProof } from "../integrity/index.ts";
import { BUNDLED, canonical } from "../integrity/canonical.ts";
import { jcs } from "../jcs.ts";
import { signedBytesOf } from "../jwt.ts";
import { sha256 } from "../sha256.ts";
import { DID, ORIGIN, sampleBadge, sampleCertificate, sampleKey } from "../testing/index.ts";
import { faultsOf } from "../testing/schema.ts";
import { cut, fitted } from "./fit.ts";
import { CONTEXTS, MOST_SIGNED_BYTES } from "./index.ts";

const KID = "k".repeat(43);
const sizeOf = (badge: object): number => signedBytesOf(badge, KID);
const uuid = (end: number): string =>
  `0198f0c27e7a7c3d8e9fa0b1c2d3${end.toString(16).padStart(4, "0")}`;
/** What people write, in every script of ours, with points above letters, signs of several parts, and more than any field takes. */
const anyWords = (max: number) =>
  fc
    .tuple(
      fc.constantFrom("تَدْبِيرُ المَخْزُونِ ", "Gestion de stock ", "ⴰⵙⵡⵓⴷⴷⵓ ", "Stock ", "👩🏽‍🌾 ", "𝒜"),
      fc.integer({ min: 1, max }),
    )
    .map(([unit, length]) => Array.from(unit.repeat(max)).slice(0, length).join("").trim() || "x");
const anyTitles = fc
  .record(Object.fromEntries(LANGUAGES.map((language) => [language, anyWords(200)])), {
    requiredKeys: [],
  })
  .filter((titles) => Object.keys(titles).length > 0);
const anyCertificate = fc
  .record({
    courseTitle: anyTitles,
    organisationName: anyTitles,
    learnerName: anyWords(120),
    language: fc.constantFrom(...LANGUAGES),
    competencies: fc.array(fc.record({ statement: anyTitles, code: anyWords(40) }), {
      minLength: 1,
      maxLength: 12,
    }),
    quizPercent: fc.integer({ min: 0, max: 100 }),
    minutes: fc.integer({ min: 1, max: 100_000 }),
    names: fc.array(anyTitles, { maxLength: MOST_PARTNERS }),
  })
  .map(({ names, ...each }) =>
    sampleCertificate({
      ...each,
      ...(names.length === 0
        ? {}
        : {
            partners: names.map((organisationName, at) => ({
              organisationId: `org_${uuid(at)}`,
              organisationName,
              since: "2026-01-01T00:00:00.000Z",
            })),
          }),
      competencies: each.competencies.map((competency, at) => ({
        ...competency,
        id: `cmp_${uuid(at)}`,
        frameworkId: `frw_${uuid(99)}`,
      })),
      reissueOf: `crt_${uuid(1)}`,
    } as Partial<Certificate>),
  );

describe("the credential of a certificate", () => {
  const badge = sampleBadge();

  it("says of the record what anybody may check, and how it stands in two lists", () => {
    expect(badge).toMatchObject({
      id: `${ORIGIN}/verify/${sampleCertificate().id}`,
      issuer: { id: DID, name: "اتحاد تعاونيات سوس" },
      validFrom: "2026-03-01T10:00:00.000Z",
      validUntil: "2029-03-01T10:00:00.000Z",
      credentialSubject: {
        identifier: [
          { hashed: false, identityHash: "فاطمة الزهراء أيت علي", salt: "c2FsdC1vZi0xMjgtYml0cw" },
        ],
        licenseNumber: "TWZ-4f2a90-2026-000123",
        creditsEarned: 1.67,
        result: [{ value: "87" }],
        achievement: {
          name: "تدبير المخزون",
          inLanguage: "ar",
          version: "3",
          alignment: [{ targetName: "يجرد المخزون", targetCode: "STK-1", targetType: "CFItem" }],
        },
      },
    });
    expect(
      badge.credentialStatus.map(({ statusPurpose, statusListIndex }) => [
        statusPurpose,
        statusListIndex,
      ]),
    ).toEqual([
      ["revocation", "123"],
      ["suspension", "123"],
    ]);
    expect(sampleBadge()).toEqual(badge);
  });

  it("names the course in the language that she learned in, and its editions in others", () => {
    const { name, inLanguage, related } = sampleBadge({
      certificate: sampleCertificate({ language: "zgh", competencies: undefined }),
    }).credentialSubject.achievement;
    expect([name, inLanguage]).toEqual(["ⴰⵙⵡⵓⴷⴷⵓ ⵏ ⵓⵃⵔⵓⵊ", "zgh"]);
    expect(related?.map((each) => [each.inLanguage, each.name])).toEqual([
      ["ar", "تدبير المخزون"],
      ["fr", "Gestion de stock"],
      ["en", "Managing stock"],
    ]);
  });

  it("says in whose place it stands, and nothing of an end where there is none", () => {
    const of = sampleCertificate({ reissueOf: `crt_${uuid(7)}` as never, expiresAt: undefined });
    const written = sampleBadge({ certificate: of });
    expect(written.evidence).toMatchObject([
      { id: `${ORIGIN}/verify/crt_${uuid(7)}`, genre: "reissueOf" },
    ]);
    expect(written).not.toHaveProperty("validUntil");
    expect(badge).not.toHaveProperty("evidence");
  });

  it("holds to the published schema in all but one thing: that a credential may have two statuses", async () => {
    const { signer } = await sampleKey();
    const signed = await addProof(badge, signer, { created: badge.validFrom });
    expect(faultsOf(signed)).toEqual(["/credentialStatus must be object"]);
    for (const status of badge.credentialStatus)
      expect(faultsOf({ ...signed, credentialStatus: status })).toEqual([]);
    expect(faultsOf({ ...signed, credentialStatus: {} })).not.toEqual([]);
  });

  it("fits into what may be signed, holds to the schema and to its contexts, whatever people wrote", async () => {
    await fc.assert(
      fc.asyncProperty(anyCertificate, async (certificate) => {
        const written = sampleBadge({ certificate });
        expect(sizeOf(written)).toBeLessThanOrEqual(MOST_SIGNED_BYTES);
        expect(faultsOf({ ...written, credentialStatus: written.credentialStatus[0] })).toEqual([]);
        const [{ identityHash }] = written.credentialSubject.identifier;
        expect(identityHash).toBe(certificate.learnerName);
        expect(JSON.stringify(written).isWellFormed()).toBe(true);
        await expect(canonical(written)).resolves.toContain(certificate.number);
      }),
      { numRuns: 25 },
    );
  });

  it("has what KMS signs, and no more, where a name and a host are as long as they may be", () => {
    const certificate = sampleCertificate({ learnerName: "𝒜".repeat(120) });
    const origin = `https://${"c".repeat(114)}.example`;
    const size = sizeOf(sampleBadge({ certificate, origin }));
    expect(size).toBeGreaterThan(MOST_SIGNED_BYTES);
    expect(size).toBeLessThanOrEqual(4_096);
    const host = `https://${"certificats.".repeat(15)}example`;
    expect(() => sampleBadge({ certificate, origin: host })).toThrow("too long to be signed");
  });

  it("is defined by the contexts as they were published: another would be another credential", () => {
    const sums = [...BUNDLED].map(([url, context]) => [
      url,
      Buffer.from(sha256(jcs(context))).toString("hex"),
    ]);
    expect(sums).toEqual([
      [CONTEXTS[0], "b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf"],
      [CONTEXTS[1], "c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99"],
    ]);
  });
});

describe("a text that is too long", () => {
  it("is cut between signs, at most as long as it may be, and says that it was", () => {
    fc.assert(
      fc.property(anyWords(200), fc.integer({ min: 16, max: 300 }), (text, limit) => {
        const short = cut(text, limit);
        expect(new TextEncoder().encode(short).length).toBeLessThanOrEqual(limit);
        if (short === text) return;
        const kept = short.slice(0, -1);
        expect(short.endsWith("…") && text.startsWith(kept)).toBe(true);
        const signs = [...new Intl.Segmenter("und").segment(text)].map(({ segment }) => segment);
        let begun = "";
        const starts = signs.map((sign) => (begun += sign).trimEnd());
        expect(kept === "" || starts.includes(kept)).toBe(true);
      }),
    );
  });

  it("keeps the points on its letters", () => {
    expect(cut("مُحَمَّد", 12)).toBe("مُحَ…");
  });

  it("gives way after what is less needed, and then all are cut at one length", () => {
    const write = ({ limit, more }: { limit: number; more: number }) =>
      [cut("t".repeat(300), limit), ...["a".repeat(100), "b".repeat(100)].slice(0, more)].join("");
    const fitsIn = (room: number) =>
      fitted({ more: 2, write, fits: (text) => text.length <= room });
    expect(fitsIn(600)).toBe(write({ limit: 300, more: 2 }));
    expect(fitsIn(350)).toContain("b");
    expect(fitsIn(250)).toMatch(/…a+$/);
    expect(fitsIn(120)).toMatch(/^t+…$/);
    expect(fitsIn(3)).toBeUndefined();
  });
});
