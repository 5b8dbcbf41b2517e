import { type Role, ROLES } from "@twiza/contract";
import { type Action, ACTIONS, authorise, may, PERMISSIONS, Refused } from "@twiza/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ALL_TIES,
  CASES,
  describeCase,
  ELSEWHERE,
  HERE,
  ROLE_SETS,
} from "./authorisation-cases.ts";
import { isWhole } from "../house/depth.ts";
import { oracleAllows } from "./cedar.ts";

const TENANTS_OF_PAIRS = isWhole ? 3 : 1;

describe("the table and the policies", () => {
  it("agree on every role and pair of roles, action, tie and tenant", () => {
    const allowed = CASES.filter((each) => oracleAllows(each));
    const differing = CASES.filter(
      (each) => may(each.principal, each.action, each.subject) !== oracleAllows(each),
    );
    console.log(
      `authorisation: ${CASES.length} cases (${ROLE_SETS.length} sets of roles × ${ACTIONS.length} actions × ` +
        `${ALL_TIES.length} ties × 3 tenants, of pairs ${TENANTS_OF_PAIRS}), ${allowed.length} allowed, ${differing.length} disagreements`,
    );
    expect(differing.map(describeCase)).toEqual([]);
    expect(CASES.length).toBe(((1 + 8) * 3 + 8 * 7 * TENANTS_OF_PAIRS) * 37 * 8);
    expect(allowed.length).toBeGreaterThan(0);
    expect(allowed.length).toBeLessThan(CASES.length);
  });

  it("speak of every action: each is allowed to somebody and refused to somebody", () => {
    for (const action of ACTIONS) {
      const answers = CASES.filter((each) => each.action === action).map(oracleAllows);
      expect([action, ...new Set(answers)].sort()).toEqual([action, false, true].sort());
    }
  });
});

const ties = fc.record(
  { own: fc.boolean(), cohort: fc.boolean(), published: fc.boolean() },
  { requiredKeys: [] },
);
const roles = fc.uniqueArray(fc.constantFrom(...ROLES));
const action = fc.constantFrom(...ACTIONS);
const home = fc.constantFrom({ organisationId: ELSEWHERE }, {});

describe("across organisations", () => {
  it("nobody may do anything but a learner with what is her own or published", () => {
    fc.assert(
      fc.property(roles, action, ties, home, (held, act, tied, where) => {
        const allowed = may({ roles: held, ...where }, act, { organisationId: HERE, ...tied });
        const asLearner =
          held.includes("learner") &&
          ((tied.published === true && act === "course:read") ||
            (tied.own === true &&
              [
                "progress:read",
                "progress:write",
                "observation:read",
                "submission:read",
                "certificate:read",
                "certificate:show",
              ].includes(act)));
        expect(allowed).toBe(asLearner);
      }),
      { numRuns: 3000 },
    );
  });

  it("any number of roles gives no more than its roles one by one", () => {
    fc.assert(
      fc.property(roles, action, ties, (held, act, tied) => {
        const subject = { organisationId: HERE, ...tied };
        const organisationId = HERE;
        const together = may({ roles: held, organisationId }, act, subject);
        expect(together).toBe(
          held.some((role) => may({ roles: [role], organisationId }, act, subject)),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("names that the table does not know", () => {
  const known = new Set<string>([...ROLES, ...ACTIONS]);
  const fromObjects = Object.getOwnPropertyNames(Object.prototype);
  const fromFunctions = Object.getOwnPropertyNames(Function.prototype);
  const strange = fc
    .oneof(
      fc.constantFrom(...fromObjects, ...fromFunctions, "", "*", "any", "Administrator", "admin"),
      fc.string(),
      fc.constantFrom(...ROLES).map((role) => ` ${role}`),
      fc.constantFrom(...ACTIONS).map((name) => name.toUpperCase()),
    )
    .filter((name) => !known.has(name));

  it("__proto__ and constructor are among the names tried", () => {
    expect(fromObjects).toEqual(expect.arrayContaining(["__proto__", "constructor", "toString"]));
  });

  it.each(fromObjects)("%s is no role and no action", (name) => {
    for (const tied of ALL_TIES) {
      const subject = { organisationId: HERE, ...tied };
      // What no caller may write is what an attacker would: hence the casts.
      const asRole = { roles: [name as Role], organisationId: HERE };
      for (const act of ACTIONS) expect(may(asRole, act, subject)).toBe(false);
      const everyRole = { roles: ROLES, organisationId: HERE };
      expect(may(everyRole, name as Action, subject)).toBe(false);
    }
  });

  it("no unknown role may do anything, and nobody may do an unknown act", () => {
    fc.assert(
      fc.property(strange, action, ties, (name, act, tied) => {
        const subject = { organisationId: HERE, ...tied };
        expect(may({ roles: [name as Role], organisationId: HERE }, act, subject)).toBe(false);
        expect(may({ roles: ROLES, organisationId: HERE }, name as Action, subject)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("authorise", () => {
  it("refuses as if the thing did not exist, and otherwise says nothing", () => {
    const trainer = { roles: ["trainer"], organisationId: HERE } as const;
    const hers = { organisationId: HERE, own: true };
    expect(() => authorise(trainer, "course:edit", hers)).not.toThrow();
    expect(() => authorise(trainer, "course:edit", { ...hers, own: false })).toThrow(
      new Refused("not_found"),
    );
  });

  it("nobody certifies, judges or promotes herself, whatever two roles she holds", () => {
    for (const held of ROLE_SETS)
      for (const cohort of [true, false])
        for (const act of [
          "certificate:issue",
          "certificate:propose",
          "certificate:decide",
          "flag:decide",
          "observation:write",
          "submission:mark",
          "learner:allow",
          "grade:change",
          "member:grant",
          "person:erase",
        ] as const)
          expect(
            may({ roles: held, organisationId: HERE }, act, {
              organisationId: HERE,
              own: true,
              cohort,
            }),
          ).toBe(false);
  });

  it("a verifier needs no right: the table gives her none", () => {
    expect(PERMISSIONS.verifier).toEqual({});
  });
});
