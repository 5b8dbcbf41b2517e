import { beforeAll, describe, expect, it } from "vitest";
import { endorsement, endorses } from "./endorsement.ts";
import { addProof } from "./integrity/index.ts";
import { canonical } from "./integrity/canonical.ts";
import { jcs } from "./jcs.ts";
import { signedBytesOf, signJwt, verifyJwt } from "./jwt.ts";
import { MOST_SIGNED_BYTES } from "./open-badge/index.ts";
import { sampleBadge, type SampleKey, sampleKey } from "./testing/index.ts";
import { faultsOf } from "./testing/schema.ts";

const PARTNER = "did:web:um6p.example";
const badge = sampleBadge();
let partner: SampleKey;
let token: string;
const endorsed = (credential: { id: string } = badge) =>
  endorsement({
    credential,
    address: `https://um6p.example/endorsements/${badge.id.slice(-36)}`,
    issuer: PARTNER,
    issuerName: "UM6P",
    name: "UM6P",
    validFrom: "2026-03-02T09:00:00.000Z",
  });
const keysOf = (did: string) => (did === PARTNER ? [partner.key] : undefined);
beforeAll(async () => {
  partner = await sampleKey();
  token = await signJwt(endorsed(), partner.signer);
});

describe("another institution that stands behind a certificate", () => {
  it("stands behind this one, in whichever form it is handed out", async () => {
    const { signer } = await sampleKey();
    const forms = [
      badge,
      JSON.parse(JSON.stringify(badge)) as object,
      JSON.parse(jcs(badge)) as object,
      await addProof(badge, signer, { created: badge.validFrom }),
    ];
    for (const credential of forms)
      expect(endorses(await verifyJwt(token, keysOf), credential)).toMatchObject({
        state: "proven",
        issuer: PARTNER,
      });
  });

  it.each<readonly [string, object]>([
    ["another name", { ...badge, issuer: { ...badge.issuer, name: "Other" } }],
    ["no end", { ...badge, validUntil: undefined }],
    ["another address", { ...badge, id: `${badge.id}0` }],
  ])("does not stand behind one with %s", async (_, credential) => {
    expect(endorses(await verifyJwt(token, keysOf), credential)).toEqual({
      state: "unproven",
      code: "other_credential",
    });
  });

  it("is not anybody who says so, nor a certificate that is held up for one", async () => {
    const { signer } = await sampleKey();
    const forged = await signJwt(endorsed(), { ...signer, kid: partner.key.kid });
    expect(endorses(await verifyJwt(forged, keysOf), badge)).toMatchObject({
      code: "wrong_signature",
    });
    const certificate = await signJwt({ ...badge, issuer: PARTNER }, partner.signer);
    expect(endorses(await verifyJwt(certificate, keysOf), badge)).toMatchObject({
      code: "other_kind",
    });
  });

  it("says so as the published schema and its contexts have it, and fits into what may be signed", async () => {
    const written = endorsed();
    expect(faultsOf(written, "endorsement")).toEqual([]);
    await expect(canonical(written)).resolves.toContain("relatedResource");
    expect(signedBytesOf(written, partner.key.kid)).toBeLessThan(MOST_SIGNED_BYTES);
  });
});

describe("JSON in one spelling", () => {
  it("is that of the standard's own example", () => {
    const example = {
      numbers: [333_333_333.333_333_3, 1e30, 4.5, 2e-3, 1e-27],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(jcs(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    // By code units: what needs two of them comes before what does not.
    const [hebrew, face] = ["\ufb33", "\ud83d\ude00"];
    expect(jcs({ [hebrew]: 3, [face]: 2, "€": 1, "\r": 0 })).toBe(
      `{"\\r":0,"€":1,"${face}":2,"${hebrew}":3}`,
    );
  });
});
