import { OrganisationId, type Role, ROLES } from "@twiza/contract";
import { type Action, ACTIONS, type may, type Subject, type Ties } from "@twiza/core";
import { isWhole } from "../house/depth.ts";

/** One question to `may`. */
export type Case = {
  readonly principal: Parameters<typeof may>[0];
  readonly action: Action;
  readonly subject: Subject;
};

export const HERE = OrganisationId.parse(`org_${"a".repeat(32)}`);
export const ELSEWHERE = OrganisationId.parse(`org_${"b".repeat(32)}`);

const BOTH = [true, false];
/** Every combination of own, cohort and published. */
export const ALL_TIES: readonly Ties[] = BOTH.flatMap((own) =>
  BOTH.flatMap((cohort) => BOTH.map((published) => ({ own, cohort, published }))),
);

/** No role, each role alone and each pair, in both orders. */
export const ROLE_SETS: readonly (readonly Role[])[] = [
  [],
  ...ROLES.map((role) => [role]),
  ...ROLES.flatMap((one) => ROLES.filter((other) => other !== one).map((other) => [one, other])),
];

/** Where she is when the thing is `HERE`: in the same organisation, in another, in none. */
const TENANTS = [{ organisationId: HERE }, { organisationId: ELSEWHERE }, {}];

/** At the desk nobody of two roles asks from outside: a property says of any number of them that they give nothing there. */
const tenantsOf = (roles: readonly Role[]) =>
  isWhole || roles.length < 2 ? TENANTS : TENANTS.slice(0, 1);

/** Everything that the table can be asked about people of up to two roles. */
export const CASES: readonly Case[] = ROLE_SETS.flatMap((roles) =>
  tenantsOf(roles).flatMap((tenant) =>
    ACTIONS.flatMap((action) =>
      ALL_TIES.map((ties) => ({
        principal: { roles, ...tenant },
        action,
        subject: { organisationId: HERE, ...ties },
      })),
    ),
  ),
);

/** What a failed comparison says. */
export const describeCase = ({ principal, action, subject }: Case): string =>
  `${principal.roles.join("+") || "no role"} of ${principal.organisationId?.slice(-1) ?? "nowhere"}: ${action} ` +
  `of ${subject.organisationId.slice(-1)} (${JSON.stringify(subject)})`;
