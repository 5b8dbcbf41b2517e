import * as fc from "fast-check";
import { crc32, deflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { bakePng } from "../bake/index.ts";
import { png } from "../png.ts";
import { check, type Outcome } from "./index.ts";
import { pdfWith } from "./pdf/testing/pdf.ts";
import { NOW, newWorld, ORIGIN, PARTNER, type World } from "./testing/world.ts";

const zlib = { crc32, deflate: (part: Uint8Array) => deflateSync(part) };
let world: World;
let one: Awaited<ReturnType<World["issue"]>>;
let endorsed: string;
beforeAll(async () => {
  world = await newWorld();
  one = await world.issue({ partners: [PARTNER] });
  endorsed = one.endorsements[0] ?? "";
});

const told = ({ verdict, isGenuine, steps, partners = [] }: Outcome) => ({
  verdict,
  isGenuine,
  alone: steps.every(({ state }) => state === "passed"),
  partners: partners.map(({ state, steps: own }) => [state, ...own.map(({ finding }) => finding)]),
});
const BOTH = {
  verdict: "valid",
  isGenuine: true,
  alone: true,
  partners: [["passed", "partner.signed", "issuer.known"]],
};
const pdf = (endorsement?: string) =>
  pdfWith(
    [
      { name: "credential.jwt", content: one.jwt },
      { name: "credential.json", content: JSON.stringify(one.credential, undefined, 2) },
      ...(endorsement === undefined ? [] : [{ name: "endorsement-1.json", content: endorsement }]),
    ],
    { packed: true },
  );

describe("a certificate of two institutions together", () => {
  it("tells that both stand behind it, in each form that carries both signatures", async () => {
    const setting = await world.setting(one.certificate);
    const picture = png({ width: 1, height: 1, rgba: new Uint8Array(4) }, zlib);
    for (const given of [one.json, await pdf(endorsed), bakePng(picture, one.json)])
      expect(told(await check(given, setting))).toEqual(BOTH);
  });

  it("is never valid as a whole while nobody has seen the partner's signature, which a plain token has no room for", async () => {
    const setting = await world.setting(one.certificate);
    for (const given of [one.jwt, await pdf()])
      expect(told(await check(given, setting))).toEqual({
        ...BOTH,
        verdict: "unknown",
        partners: [["unknown", "partner.missing"]],
      });
    const asking = await world.setting(one.certificate, {
      endorsement: (address) =>
        Promise.resolve(
          address === `${ORIGIN}/o/${PARTNER.organisationId}/endorsements/${one.certificate.id}`
            ? endorsed
            : undefined,
        ),
    });
    expect(told(await check(one.jwt, asking))).toEqual(BOTH);
  });

  it("says of the square on paper only what stands there: its issuer", async () => {
    const outcome = await check(one.address, await world.setting(one.certificate));
    expect(outcome).toMatchObject({ verdict: "valid", form: "paper" });
    expect(outcome.partners).toBeUndefined();
  });

  it("is apart, and says so of the partner alone, where the partner's text is of another certificate or by another's key", async () => {
    const setting = await world.setting(one.certificate);
    const other = await world.issue({ partners: [PARTNER], minutes: 60 });
    const failed = { ...BOTH, verdict: "apart", partners: [["failed", "partner.other"]] };
    expect(told(await check(await pdf(other.endorsements[0]), setting))).toEqual(failed);
    const lying = { ...setting.sources, endorsement: () => Promise.resolve(other.endorsements[0]) };
    expect(told(await check(one.jwt, { ...setting, sources: lying }))).toEqual(failed);
  });

  it("is apart where the partner's key spoke for somebody else, was retired, or was stolen before", async () => {
    const keys = (changes: object) => ({
      issuer: () =>
        Promise.resolve({
          keys: [world.key, { ...world.partnerKey, ...changes }],
          at: NOW.toISOString(),
          isTrusted: true,
        }),
    });
    const of = async (changes: object) =>
      told(await check(one.json, await world.setting(one.certificate, keys(changes))));
    const failed = (finding: string) => ({
      ...BOTH,
      verdict: "apart",
      partners: [["failed", "partner.signed", finding]],
    });
    const theirs = [one.certificate.organisationId];
    expect(await of({ organisations: theirs })).toEqual(failed("issuer.not_theirs"));
    const retiredAt = "2026-03-01T00:00:00.000Z";
    expect(await of({ retiredAt })).toEqual(failed("issuer.retired"));
    expect(await of({ compromisedAfter: one.index })).toEqual(failed("issuer.compromised"));
    // What the log had before goes on counting: the issuer's own entry names the hash of it.
    expect(await of({ compromisedAfter: one.index + 1 })).toEqual(BOTH);
    expect(await of({ retiredAt: "2026-03-20T00:00:00.000Z" })).toEqual(BOTH);
  });

  it("proves nothing of a partner where the issuer's own signature fails", async () => {
    const setting = await world.setting(one.certificate);
    const changed = one.json.replace("فاطمة", "خديجة");
    const outcome = told(await check(changed, setting));
    expect(outcome).toMatchObject({
      verdict: "wrong",
      partners: [["unknown", "partner.unproven"]],
    });
  });

  it("names a partner once, never itself, and with nothing beside its name", async () => {
    const setting = await world.setting(one.certificate);
    const [entry] = one.credential.relatedResource ?? [];
    const self = { ...entry, id: entry?.id.replace(PARTNER.organisationId, one.certificate.organisationId) }; // prettier-ignore
    for (const relatedResource of [[], [entry, entry], [self], [{ ...entry, type: "x" }], {}]) {
      const document = { ...(JSON.parse(one.json) as object), relatedResource };
      expect((await check(JSON.stringify(document), setting)).verdict).toBe("wrong");
    }
  });

  it("never says of both that they stand behind it once a byte of what the partner signed is another", async () => {
    const setting = await world.setting(one.certificate);
    const bytes = new TextEncoder().encode(endorsed);
    expect(one.json).toContain(endorsed);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const flipped = bytes.slice();
          flipped[at] = (flipped[at] ?? 0) ^ by;
          const text = new TextDecoder().decode(flipped);
          for (const given of [await pdf(text), one.json.replace(endorsed, text)]) {
            const outcome = await check(given, setting);
            expect(outcome.verdict).not.toBe("valid");
            expect(outcome.partners?.every(({ state }) => state !== "passed") ?? true).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
