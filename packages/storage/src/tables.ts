import type { TableSpec } from "./spec.ts";

/**
 * The tables, as data for the engines, for CDK and for the tests. Every key is `pk` + `sk`; the name of an index says what it
 * answers. What lies under which key is told in `docs/access-patterns.md` and held to the code by a test.
 */
export const tables = {
  /**
   * Courses, their drafts and published versions, what of these was corrected and how far marking anew has come, the catalogue, cohorts,
   * issuing to a whole group, how graded items do; what authors say to each other, and who is there, which lasts for minutes.
   */
  courses: { name: "courses", indexes: [], stream: true, ttl: "expiresAt" },
  /** Learners, enrolments with progress, learning events, attempts, work that was handed in, what of these waits for a person or was marked anew, and signatures of packs. */
  learners: {
    name: "learners",
    indexes: [
      { name: "byCohort", key: { pk: "cohortKey", sk: "cohortSort" }, projection: "all" },
      // What waits to be marked as well: another name would be another index, and a deployment makes or removes no more than one.
      { name: "waitingFlags", key: { pk: "waitingKey", sk: "waitingSort" }, projection: "all" },
      { name: "byLearner", key: { pk: "learnerKey", sk: "learnerSort" }, projection: "all" },
    ],
    stream: true,
  },
  /** Certificates, their series and their uniqueness, which of them wait for a second person or end soon, and issuing to many at once. */
  certificates: {
    name: "certificates",
    indexes: [
      { name: "byLearner", key: { pk: "learnerKey", sk: "learnerSort" }, projection: "all" },
      {
        name: "byOrganisation",
        key: { pk: "organisationKey", sk: "organisationSort" },
        projection: "all",
      },
    ],
    stream: true,
  },
  /** Accounts, memberships, organisations, sessions, intents, the audit trail, and what signing in needs for minutes. */
  people: {
    name: "people",
    indexes: [
      {
        name: "byOrganisation",
        key: { pk: "organisationKey", sk: "organisationSort" },
        projection: "all",
      },
      {
        name: "sessionsOfAccount",
        key: { pk: "accountKey", sk: "accountSort" },
        projection: "all",
      },
    ],
    stream: true,
    ttl: "expiresAt",
  },
} as const satisfies Record<string, TableSpec>;
export type TableName = keyof typeof tables;
export const tableList: readonly TableSpec[] = Object.values(tables);
