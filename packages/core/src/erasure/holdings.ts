/**
 * What becomes of each kind of row when somebody is erased. `removed`: it is hers and goes. `husk`: what is left of it names nobody.
 * `scrubbed`: it is about others too, and she is left out of it. `expires`: it lasts a day at most, and then goes by itself. `staff`: it
 * names those who work for an organisation, and no learner. `nobody`: nobody stands in it. `tombstone`: that she was erased.
 */
export const HOLDINGS = {
  // Learners.
  learner: "removed",
  profile: "removed",
  enrolment: "removed",
  "learning-event": "removed",
  attempt: "removed",
  observation: "removed",
  submission: "removed",
  "blob-holder": "removed",
  flag: "removed",
  regraded: "removed",
  "learner-pin": "removed",
  "signed-pack": "nobody",
  // Certificates.
  certificate: "husk",
  "signed-certificate": "removed",
  "earned-certificate": "removed",
  "certificate-proposal": "removed",
  "certificate-expiry": "removed",
  "certificate-series": "nobody",
  "certificate-mark": "nobody",
  "organisation-mark": "nobody",
  "status-list": "nobody",
  "status-row": "nobody",
  "certificate-design": "staff",
  "design-picture": "nobody",
  // The log says nothing of anybody: hashes of salted forms, and the ids of husks.
  "log-tail": "nobody",
  "log-entry": "nobody",
  "logged-act": "nobody",
  "logged-form": "nobody",
  "published-log": "nobody",
  // People.
  account: "removed",
  "contact-owner": "removed",
  "subject-owner": "removed",
  "account-pin": "removed",
  session: "removed",
  "carried-profile": "removed",
  card: "removed",
  "card-code": "removed",
  intent: "scrubbed",
  "audit-entry": "scrubbed",
  erasure: "tombstone",
  reminder: "removed",
  "reminder-message": "removed",
  "entry-ticket": "expires",
  "entry-ticket-code": "expires",
  "credential-offer": "expires",
  "credential-grant": "expires",
  record: "expires",
  membership: "staff",
  organisation: "nobody",
  "child-organisation": "nobody",
  // Courses.
  "batch-refusal": "removed",
  "certificate-batch": "staff",
  cohort: "staff",
  "cohort-offer": "nobody",
  course: "staff",
  "course-id": "nobody",
  "course-version": "staff",
  "live-entry": "nobody",
  partnership: "staff",
  "catalogue-entry": "nobody",
  comment: "staff",
  talk: "nobody",
  presence: "staff",
  notice: "staff",
  correction: "staff",
  regrade: "staff",
  "test-sums": "nobody",
  "counted-sitting": "nobody",
  "draft-outline": "staff",
  "draft-lesson": "staff",
  "draft-words": "nobody",
  "draft-composed": "staff",
  media: "staff",
  "removed-media": "staff",
  "media-uses": "nobody",
  framework: "staff",
  "bank-item": "staff",
  "removed-bank-item": "staff",
  "bank-part": "nobody",
} as const satisfies Readonly<Record<string, Holding>>;

export type Holding =
  | "removed"
  | "husk"
  | "scrubbed"
  | "expires"
  | "staff"
  | "nobody"
  | "tombstone";
