import type { OrganisationId, Role } from "@twiza/contract";
import type { Principal } from "./principal.ts";
import { Refused } from "./refused.ts";

export const ACTIONS = [
  "course:read",
  "course:edit",
  "course:publish",
  "course:own",
  "course:review",
  "course:comment",
  "bank:read",
  "bank:edit",
  "cohort:read",
  "cohort:manage",
  "learner:vouch",
  "learner:move",
  "learner:allow",
  "grade:change",
  "progress:read",
  "progress:write",
  "flag:decide",
  "observation:read",
  "observation:write",
  "submission:read",
  "submission:mark",
  "certificate:read",
  "certificate:issue",
  "certificate:propose",
  "certificate:decide",
  "certificate:show",
  "design:change",
  "partnership:change",
  "organisation:read",
  "organisation:create",
  "organisation:change",
  "language:change",
  "framework:change",
  "member:read",
  "member:grant",
  "person:erase",
  "audit:read",
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * What ties the person to the thing, found out from the loaded thing. `own`: it is hers (her learning, her course, her own
 * membership). `cohort`: she teaches or accompanies its cohort. `published`: it is live.
 */
export type Ties = {
  readonly own?: boolean;
  readonly cohort?: boolean;
  readonly published?: boolean;
};

/** Under which ties a role may act. `not_own` keeps people from certifying, judging or promoting themselves. */
export const CONDITIONS = {
  any: () => true,
  own: (ties: Ties) => ties.own === true,
  cohort: (ties: Ties) => ties.cohort === true,
  own_or_cohort: (ties: Ties) => ties.own === true || ties.cohort === true,
  published: (ties: Ties) => ties.published === true,
  not_own: (ties: Ties) => ties.own !== true,
  cohort_not_own: (ties: Ties) => ties.cohort === true && ties.own !== true,
} as const;
export type Condition = keyof typeof CONDITIONS;

export type Permissions = Readonly<Record<Role, Readonly<Partial<Record<Action, Condition>>>>>;

/** The whole of authorisation: role × action → the ties under which it is allowed. What is not written is refused. */
export const PERMISSIONS: Permissions = {
  learner: {
    "course:read": "published",
    "progress:read": "own",
    "progress:write": "own",
    "observation:read": "own",
    "submission:read": "own",
    "certificate:read": "own",
    "certificate:show": "own",
  },
  trainer: {
    "course:read": "any",
    "course:edit": "own",
    "course:publish": "own",
    "course:own": "own",
    "course:review": "own",
    "course:comment": "any",
    "bank:read": "any",
    "bank:edit": "any",
    "cohort:read": "cohort",
    "cohort:manage": "cohort",
    "learner:vouch": "cohort",
    "learner:move": "own_or_cohort",
    "learner:allow": "cohort_not_own",
    "grade:change": "cohort_not_own",
    "progress:read": "own_or_cohort",
    "progress:write": "own",
    "certificate:issue": "cohort_not_own",
    "certificate:propose": "cohort_not_own",
    "flag:decide": "cohort_not_own",
    "observation:read": "cohort",
    "observation:write": "cohort_not_own",
    "submission:read": "cohort",
    "submission:mark": "cohort_not_own",
    "framework:change": "any",
  },
  mentor: {
    "course:read": "published",
    "cohort:read": "cohort",
    "progress:read": "own_or_cohort",
    "observation:read": "cohort",
    "submission:read": "cohort",
  },
  manager: {
    "course:read": "any",
    "course:publish": "any",
    "course:comment": "any",
    "cohort:read": "any",
    "cohort:manage": "any",
    "progress:read": "any",
    "observation:read": "any",
    "submission:read": "any",
    "organisation:read": "any",
    "language:change": "any",
    "member:read": "any",
  },
  administrator: {
    "course:read": "any",
    "course:edit": "any",
    "course:publish": "any",
    "course:own": "any",
    "course:review": "any",
    "course:comment": "any",
    "bank:read": "any",
    "bank:edit": "any",
    "cohort:read": "any",
    "cohort:manage": "any",
    "learner:vouch": "any",
    "learner:move": "any",
    "learner:allow": "not_own",
    "grade:change": "not_own",
    "flag:decide": "not_own",
    "observation:read": "any",
    "observation:write": "not_own",
    "submission:read": "any",
    "submission:mark": "not_own",
    "certificate:read": "any",
    "certificate:issue": "not_own",
    "certificate:propose": "not_own",
    "certificate:decide": "not_own",
    "design:change": "any",
    "partnership:change": "any",
    "organisation:read": "any",
    "organisation:create": "any",
    "organisation:change": "any",
    "language:change": "any",
    "framework:change": "any",
    "member:read": "any",
    "member:grant": "not_own",
    "person:erase": "not_own",
    "audit:read": "any",
  },
  researcher: { "course:read": "published" },
  auditor: { "course:read": "any", "audit:read": "any" },
  verifier: {},
};

/** A loaded thing as authorisation sees it. */
export type Subject = Ties & { readonly organisationId: OrganisationId };

/**
 * May she? Tenant first: staff roles count only in the organisation of the session, on things of that organisation. The
 * learner's role is tied to what is her own or published, so it crosses organisations. Deny by default; pure. Only the proof
 * that each cell of the table counts passes another table.
 */
export function may(
  principal: Roles,
  action: Action,
  subject: Subject,
  table: Permissions = PERMISSIONS,
): boolean {
  return principal.roles.some((role) => {
    const tenant = role === "learner" || principal.organisationId === subject.organisationId;
    const condition = tenant ? cell(table, role, action) : undefined;
    return condition !== undefined && CONDITIONS[condition](subject);
  });
}
type Roles = Pick<Principal, "organisationId" | "roles">;

/** One cell of the table. Names from outside (`__proto__`) find nothing. */
function cell(table: Permissions, role: Role, action: Action): Condition | undefined {
  const row = Object.hasOwn(table, role) ? table[role] : {};
  return Object.hasOwn(row, action) ? row[action] : undefined;
}

/** Refuses as if the thing did not exist: a stranger learns nothing from the answer. */
export function authorise(principal: Roles, action: Action, subject: Subject): void {
  if (!may(principal, action, subject)) throw new Refused("not_found");
}
