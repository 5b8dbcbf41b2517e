import { OrganisationId, type Role } from "@twiza/contract";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type Action, authorise, may, type Permissions, PERMISSIONS } from "./authorise.ts";
import { found, Refused } from "./refused.ts";

const HERE = OrganisationId.parse(`org_${"a".repeat(32)}`);
const ELSEWHERE = OrganisationId.parse(`org_${"b".repeat(32)}`);
const trainer = { roles: ["trainer"], organisationId: HERE } as const;

describe("may", () => {
  it("a trainer publish her own course, and not another trainer's", () => {
    expect(may(trainer, "course:publish", { organisationId: HERE, own: true })).toBe(true);
    expect(may(trainer, "course:publish", { organisationId: HERE, own: false })).toBe(false);
    expect(may(trainer, "course:publish", { organisationId: HERE })).toBe(false);
  });

  it("a trainer do nothing with what is her own in another organisation", () => {
    expect(may(trainer, "course:edit", { organisationId: ELSEWHERE, own: true })).toBe(false);
  });

  it("a trainer who learns elsewhere write her own progress there", () => {
    const both = { ...trainer, roles: ["trainer", "learner"] } as const;
    const subject = { organisationId: ELSEWHERE, own: true };
    expect(may(both, "progress:write", subject)).toBe(true);
    expect(may(trainer, "progress:write", subject)).toBe(false);
  });

  it("an auditor read courses and the trail, and change nothing", () => {
    const auditor = { roles: ["auditor"], organisationId: HERE } as const;
    expect(may(auditor, "course:read", { organisationId: HERE })).toBe(true);
    expect(may(auditor, "audit:read", { organisationId: HERE })).toBe(true);
    expect(Object.keys(PERMISSIONS.auditor)).toHaveLength(2);
  });

  it("a person without roles nothing at all, and an empty table allows nobody", () => {
    const subject = { organisationId: HERE, own: true, cohort: true, published: true };
    expect(may({ roles: [], organisationId: HERE }, "course:read", subject)).toBe(false);
    // A table without rows is no table of ours; it must refuse rather than fail.
    expect(may(trainer, "course:read", subject, {} as Permissions)).toBe(false);
  });
});

it("a refusal says only that there is nothing", () => {
  expect(() => authorise(trainer, "audit:read", { organisationId: HERE })).toThrow(
    expect.objectContaining({ name: "Refused", code: "not_found" }),
  );
});

it("what is found is what was there, and nothing is a refusal", () => {
  expect(found(0)).toBe(0);
  expect(found("")).toBe("");
  expect(() => found(undefined)).toThrow(new Refused("not_found"));
  expect(() => found(undefined, "learner.required")).toThrow(
    expect.objectContaining({ code: "learner.required" }),
  );
});

it("the table has a row for each role and only known actions, by type", () => {
  expectTypeOf<keyof Permissions>().toEqualTypeOf<Role>();
  expectTypeOf<keyof Permissions[Role]>().toEqualTypeOf<Action>();
  expectTypeOf(may).returns.toEqualTypeOf<boolean>();
});
