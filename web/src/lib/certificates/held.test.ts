import type { Certificate } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { actsFor, heldOf } from "./held.ts";

const now = new Date("2026-06-01T00:00:00.000Z");
const end = { at: "2026-05-01T00:00:00.000Z", by: "acc_1", reason: "error" };
const of = (more: object) => heldOf({ id: "crt_1", number: "1", ...more } as Certificate, now);

describe("what may be proposed of a certificate", () => {
  it.each([
    ["valid", {}, ["suspend", "reissue", "revoke"]],
    ["valid", { expiresAt: "2026-07-01T00:00:00.000Z" }, ["suspend", "reissue", "renew", "revoke"]],
    ["expired", { expiresAt: end.at }, ["suspend", "reissue", "renew", "revoke"]],
    ["suspended", { suspension: end, expiresAt: end.at }, ["reinstate", "revoke"]],
    ["revoked", { revocation: end, suspension: end }, []],
    ["valid", { erasedAt: end.at, expiresAt: "2026-07-01T00:00:00.000Z" }, []],
    ["valid", { proposal: { act: "suspend" } }, []],
  ] as const)("%s: %o", (state, more, acts) => {
    const held = of(more);
    expect(held.state).toBe(state);
    expect(actsFor(held)).toEqual(acts);
  });
});
