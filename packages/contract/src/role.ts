/** Every role there will be; a person holds some of them in an organisation. `learner` and `verifier` need no membership. */
export const ROLES = [
  "learner",
  "trainer",
  "administrator",
  "mentor",
  "manager",
  "researcher",
  "auditor",
  "verifier",
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an administrator may give to a member. */
export const STAFF_ROLES = [
  "trainer",
  "administrator",
  "mentor",
  "manager",
  "researcher",
  "auditor",
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
