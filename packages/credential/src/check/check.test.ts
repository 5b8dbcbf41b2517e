import { crc32, deflateSync } from "node:zlib";
import { base64urlnopad } from "@scure/base";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "@twiza/contract";
import { bakePng, bakeSvg } from "../bake/index.ts";
import { png } from "../png.ts";
import { signJwt } from "../jwt.ts";
import { newKey } from "../paper-code/testing/printed.ts";
import { check, type Finding, type Outcome, STEPS } from "./index.ts";
import { pdfWith } from "./pdf/testing/pdf.ts";
import { NOW, ORIGIN, newWorld, type World } from "./testing/world.ts";

let world: World;
let one: Awaited<ReturnType<World["issue"]>>;
beforeAll(async () => {
  world = await newWorld();
  one = await world.issue();
});

const zlib = { crc32, deflate: (part: Uint8Array) => deflateSync(part) };
const found = ({ steps }: Outcome): readonly Finding[] => steps.map(({ finding }) => finding);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const day = (shift: number): string => new Date(Date.parse(one.certificate.issuedAt) + shift * 86_400_000).toISOString(); // prettier-ignore

describe("a certificate that counts", () => {
  it("is valid in every form, since every step passes", async () => {
    const setting = await world.setting(one.certificate);
    const pdf = await pdfWith([{ name: "credential.jwt", content: one.jwt }], { packed: true });
    const both = await pdfWith(
      [
        { name: "credential.jwt", content: one.jwt },
        { name: "credential.json", content: JSON.stringify(one.credential) },
      ],
      { packed: false },
    );
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
    const badges = [
      bakePng(png({ width: 1, height: 1, rgba: new Uint8Array(4) }, zlib), one.jwt),
      await bakeSvg(drawing, one.jwt),
      await bakeSvg(drawing, one.json),
    ];
    for (const given of [
      ...[one.jwt, one.json, one.address, pdf, both, ...badges],
      bytes(`\uFEFF ${one.jwt}\n`),
    ]) {
      const outcome = await check(given, setting);
      expect({ verdict: outcome.verdict, found: found(outcome) }).toMatchObject({
        verdict: "valid",
      });
      expect(outcome.steps.map(({ step }) => step)).toEqual(STEPS);
      expect(outcome.claims).toMatchObject({
        number: one.certificate.number,
        minutes: 480,
        percent: 87,
      });
    }
  });

  it("is revoked, suspended or expired where its list, the log or its own date says so", async () => {
    const { certificate, jwt } = one;
    const lists = async (purpose: "revocation" | "suspension", set: readonly number[]) =>
      new Map([
        await world.list(certificate, purpose === "revocation" ? "suspension" : "revocation"),
        await world.list(certificate, purpose, { set }),
      ]);
    const by = async (purpose: "revocation" | "suspension", set: readonly number[]) =>
      (await check(jwt, await world.setting(certificate, { lists: await lists(purpose, set) }))).verdict; // prettier-ignore
    expect(await by("revocation", [123])).toBe("revoked");
    expect(await by("suspension", [123])).toBe("suspended");
    expect(await by("revocation", [122, 124])).toBe("valid");
    const other = await world.issue({ id: `crt_${"1".repeat(32)}` as Certificate["id"] });
    const { certificate: its } = other;
    world.log.append({ act: "revoked", at: day(3), of: other.index });
    const logged = await check(other.jwt, await world.setting(its));
    expect([logged.verdict, found(logged)]).toEqual([
      "revoked",
      expect.arrayContaining(["log.revoked"]),
    ]);
    world.log.append({ act: "reinstated", at: day(4), of: other.index });
    expect((await check(other.jwt, await world.setting(its))).verdict).toBe("valid");
    // The day that stands on paper counts whole.
    const over = await world.issue({ expiresAt: "2026-04-02T07:00:00.000Z" });
    const setting = await world.setting(certificate);
    expect((await check(over.jwt, setting)).verdict).toBe("expired");
    expect((await check(over.address, setting)).verdict).toBe("valid");
  });
});

describe("what could not be looked at", () => {
  it.each([
    ["the keys", { issuer: () => Promise.resolve(undefined) }, "issuer.out_of_reach", false],
    [
      "another site's keys",
      { issuer: () => Promise.resolve("foreign" as const) },
      "issuer.foreign",
      false,
    ],
    [
      "the status lists",
      { statusList: () => Promise.resolve(undefined) },
      "status.out_of_reach",
      true,
    ],
    ["the log", { log: () => Promise.resolve(undefined) }, "log.out_of_reach", true],
  ])("is said and leaves it unknown, never valid: %s", async (_, sources, finding, isGenuine) => {
    const outcome = await check(one.jwt, await world.setting(one.certificate, sources));
    expect(found(outcome)).toContain(finding);
    expect(outcome).toMatchObject({ verdict: "unknown", isGenuine });
  });

  it("is a list that is stale, or signed by somebody else", async () => {
    const { certificate, jwt } = one;
    const with_ = async (of: object) => {
      const lists = new Map([await world.list(certificate, "revocation", of), await world.list(certificate, "suspension")]); // prettier-ignore
      const outcome = await check(jwt, await world.setting(certificate, { lists }));
      return [outcome.verdict, ...found(outcome).filter((each) => each.startsWith("status"))];
    };
    expect(await with_({ validFrom: day(10) })).toEqual(["unknown", "status.stale"]);
    expect(await with_({ set: [123], by: (await newKey()).signer })).toEqual(["unknown", "status.not_theirs"]); // prettier-ignore
  });

  it("is what an own clock that is wrong hides", async () => {
    for (const now of ["2026-01-05T00:00:00Z", "2026-03-20T00:00:00Z"]) {
      const setting = await world.setting(one.certificate, { now: new Date(now) });
      const outcome = await check(one.jwt, setting);
      expect([outcome.verdict, found(outcome).at(-1)]).toEqual(["unknown", "time.clock"]);
    }
  });

  it("is everything but the address of a paper that was printed before its certificate was signed", async () => {
    const outcome = await check(`${ORIGIN}/verify/${one.certificate.id}`, await world.setting(one.certificate)); // prettier-ignore
    expect(outcome).toMatchObject({ verdict: "unknown", isGenuine: false, origin: ORIGIN });
    expect(found(outcome)).toContain("signature.absent");
  });

  it("is a key that may be newer than the list that is kept; of an older date it is nobody's", async () => {
    const keysOf = async (at: string) => {
      const { key } = await newKey();
      const keys = [{ ...key, from: "2026-01-01T00:00:00.000Z" }];
      const issuer = () => Promise.resolve({ keys, at, isTrusted: true });
      const outcome = await check(one.jwt, await world.setting(one.certificate, { issuer }));
      return [outcome.verdict, ...found(outcome).filter((each) => each.startsWith("issuer"))];
    };
    expect(await keysOf(day(-30))).toEqual(["unknown", "issuer.older"]);
    expect(await keysOf(day(5))).toEqual(["wrong", "issuer.no_such_key"]);
  });
});

describe("what is wrong", () => {
  const verdictWith = async (given: string, changes: Parameters<World["setting"]>[1] = {}) => {
    const outcome = await check(given, await world.setting(one.certificate, changes));
    const failed = outcome.steps.filter(({ state }) => state === "failed");
    return [outcome.verdict, ...failed.map(({ finding }) => finding)];
  };
  const keyWith = (changes: object) => ({
    issuer: () => Promise.resolve({ keys: [{ ...world.key, ...changes }], at: NOW.toISOString(), isTrusted: true }), // prettier-ignore
  });

  it("is a date long before the log took it down, unless it stands in another's place", async () => {
    const late = await world.issue(
      { id: `crt_${"2".repeat(32)}` as Certificate["id"] },
      { at: day(9) },
    );
    expect(await verdictWith(late.jwt)).toEqual(["wrong", "time.backdated"]);
    expect(await verdictWith(late.address)).toEqual(["wrong", "time.backdated"]);
    const again = await world.issue({ id: `crt_${"3".repeat(32)}` as Certificate["id"] }, { at: day(9), reissue: true }); // prettier-ignore
    expect(await verdictWith(again.jwt)).toEqual(["valid"]);
    const soon = await world.issue(
      { id: `crt_${"4".repeat(32)}` as Certificate["id"] },
      { at: day(6.9) },
    );
    expect(await verdictWith(soon.jwt)).toEqual(["valid"]);
    expect(await verdictWith(soon.address)).toEqual(["valid"]);
  });

  it("is what the log does not have, or does not prove", async () => {
    const outside = await world.issue({ id: `crt_${"5".repeat(32)}` as Certificate["id"] }, { isAbsent: true }); // prettier-ignore
    expect(await verdictWith(outside.jwt)).toEqual(["wrong", "log.absent"]);
    const log: CheckLog = async (form) => {
      const proof = await world.log.prove(form, { seconds: 1 });
      return proof === "absent"
        ? proof
        : { ...proof, issued: { ...proof.issued, index: 0, proof: [] } };
    };
    const later = await world.issue({ id: `crt_${"6".repeat(32)}` as Certificate["id"] });
    expect(await verdictWith(later.jwt, { log })).toEqual(["wrong", "log.wrong"]);
  });

  it("is what a key signed that was retired, stolen, not yet in use, or another organisation's", async () => {
    const retired = keyWith({ retiredAt: day(-1) });
    expect(await verdictWith(one.jwt, retired)).toEqual(["wrong", "issuer.retired"]);
    expect(await verdictWith(one.jwt, keyWith({ retiredAt: day(1) }))).toEqual(["valid"]);
    expect(await verdictWith(one.jwt, keyWith({ compromisedAfter: 0 }))).toEqual(["wrong", "issuer.compromised"]); // prettier-ignore
    expect(await verdictWith(one.jwt, keyWith({ compromisedAfter: 1 }))).toEqual(["valid"]);
    expect(await verdictWith(one.jwt, keyWith({ from: day(1) }))).toEqual([
      "wrong",
      "issuer.not_yet",
    ]);
    const others = keyWith({ organisations: [`org_${"7".repeat(32)}`] });
    expect(await verdictWith(one.jwt, others)).toEqual(["wrong", "issuer.not_theirs"]);
    const unlogged = { ...keyWith({ compromisedAfter: 1 }), log: () => Promise.resolve(undefined) };
    expect((await verdictWith(one.jwt, unlogged))[0]).toBe("unknown");
  });

  it("is any change to what is signed, in every form", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(one.jwt, one.json, one.address),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        fc.constantFrom(...Array.from('Aa0_-"{}.# é')),
        async (given, place, sign) => {
          const at = Math.floor(place * given.length);
          const changed = given.slice(0, at) + sign + given.slice(at + 1);
          fc.pre(changed !== given);
          const { verdict } = await check(changed, await world.setting(one.certificate));
          // White space of JSON and the host of an address are not signed; all else is.
          if (verdict === "valid") {
            const isBlank = given === one.json && sign === " " && /\s/.test(given[at] ?? "");
            expect(isBlank || (given === one.address && at < 22)).toBe(true);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it.each<[string, string | (() => Promise<Uint8Array | string>), Finding]>([
    ["nothing", "", "form.empty"],
    ["blanks", " \n", "form.empty"],
    [
      "a hundred megabytes",
      () => Promise.resolve(new Uint8Array(100 * 1024 * 1024)),
      "form.too_large",
    ],
    ["noise", () => Promise.resolve(Uint8Array.of(255, 254, 0, 1)), "form.unreadable"],
    ["a letter", "Dear Madam", "form.unreadable"],
    ["a PDF without", () => pdfWith([], { packed: true }), "form.none"],
    ["a PDF that is broken", "%PDF-1.7 and no more", "form.unreadable"],
    ["JSON of another kind", '{"a":1}', "claims.wrong"],
  ])("is %s", async (_, given, finding) => {
    const what = typeof given === "string" ? given : await given();
    const outcome = await check(what, await world.setting(one.certificate));
    expect([outcome.verdict, found(outcome)]).toEqual(["wrong", expect.arrayContaining([finding])]);
  });

  it("is a PDF with two credentials, though both be genuine", async () => {
    const two = await world.issue({ id: `crt_${"8".repeat(32)}` as Certificate["id"] });
    const pdf = await pdfWith(
      [
        { name: "credential.jwt", content: one.jwt },
        { name: "other.jwt", content: two.jwt },
      ],
      { packed: true },
    );
    const outcome = await check(pdf, await world.setting(one.certificate));
    expect([outcome.verdict, found(outcome)]).toEqual(["wrong", ["form.several"]]);
  });

  it.each<[string, object, Finding]>([
    [
      "characters that nobody sees",
      { learnerName: "Fatima\u202Edeifitrec" },
      "claims.undisplayable",
    ],
    ["a name of nothing but marks", { learnerName: "\u200F\u200F" }, "claims.no_name"],
  ])("is a credential with %s, signed or not", async (_, changes, finding) => {
    const made = await world.issue({
      ...changes,
      id: `crt_${"9".repeat(32)}` as Certificate["id"],
    });
    expect(await verdictWith(made.jwt)).toEqual(["wrong", finding]);
    expect(await verdictWith(made.address)).toEqual(["wrong", finding]);
  });

  it("is a credential whose number, date and lists contradict each other", async () => {
    const changed = { ...one.credential, validFrom: "2025-03-12T10:20:30.000Z" };
    expect(await verdictWith(await signJwt(changed, world.signer))).toEqual([
      "wrong",
      "claims.number",
    ]);
    const elsewhere = { ...one.credential, credentialStatus: [] };
    expect(await verdictWith(await signJwt(elsewhere, world.signer))).toEqual([
      "wrong",
      "claims.number",
    ]);
  });

  it("is another spelling of a token", async () => {
    const [head = "", body = "", signature = ""] = one.jwt.split(".");
    const loose = `${head}.${body}.${signature.slice(0, -1)}${signature.endsWith("A") ? "B" : "A"}`;
    expect((await verdictWith(loose))[0]).toBe("wrong");
    const other = base64urlnopad.encode(bytes(JSON.stringify({ alg: "none" })));
    expect((await verdictWith(`${other}.${body}.`))[0]).toBe("wrong");
  });
});

type CheckLog = NonNullable<Parameters<World["setting"]>[1]>["log"];
