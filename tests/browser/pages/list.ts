import type { Group } from "./entry.ts";
import { learnerPages } from "./learner.ts";
import { officePages } from "./office.ts";
import { developerPages, serverPages } from "./server.ts";
import { sharedPhone } from "./shared-phone.ts";
import { visitorPages } from "./visitor.ts";
import { waysIn } from "./ways-in.ts";

/** Every page that Twiza shows, in every state that looks different. */
export const GROUPS = {
  "a visitor": { room: "learner", entries: visitorPages },
  "a learner": { room: "learner", entries: learnerPages },
  "whoever comes in by a ticket or a card": { room: "learner", entries: waysIn },
  "learners who share a phone": { room: "learner", entries: sharedPhone },
  "whoever signs in or checks a certificate": { room: "learner", entries: serverPages },
  "the office": { room: "office", entries: officePages },
  "whoever makes Twiza": { room: "developer", entries: developerPages },
} as const satisfies Record<string, Group>;
