import { manifest } from "../manifest.ts";

/**
 * Reminds people of certificates that end soon, once a day. `courses` says who teaches a group, `learners` whose account a holder's is;
 * what somebody is to hear lies with the people.
 */
export const reminder = manifest({
  name: "reminder",
  kind: "daily",
  // Eight in the morning in Morocco.
  hour: 7,
  tables: {
    certificates: "read-write",
    courses: "read",
    learners: "read",
    people: "read-write",
  },
  blobs: {},
  sends: true,
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 300,
});
