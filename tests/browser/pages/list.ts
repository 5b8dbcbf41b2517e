import { assignmentPages, markingPages } from "./assignments.ts";
import { checkingPages } from "./checking.ts";
import { checklistPages } from "./checklists.ts";
import type { Group } from "./entry.ts";
import { competencyPages } from "./competencies.ts";
import { designPages } from "./designs.ts";
import { bankPages } from "./bank.ts";
import { languagePages } from "./languages.ts";
import { learnerPages } from "./learner.ts";
import { libraryPages } from "./library.ts";
import { observingPages } from "./observing.ts";
import { officePages } from "./office.ts";
import { reviewPages } from "./review.ts";
import { componentPages, developerPages, serverPages } from "./server.ts";
import { sharedPhone } from "./shared-phone.ts";
import { studioPages } from "./studio.ts";
import { tourPages } from "./tour.ts";
import { visitorPages } from "./visitor.ts";
import { waysIn } from "./ways-in.ts";
import { workingPages } from "./working.ts";

/** Every page that Twiza shows, in every state that looks different. */
export const GROUPS = {
  "a visitor": { room: "learner", walked: "ar", entries: visitorPages },
  "a learner": { room: "learner", walked: "fr", entries: learnerPages },
  "whoever comes in by a ticket or a card": { room: "learner", walked: "en", entries: waysIn },
  "whoever holds somebody else's certificate": {
    room: "learner",
    walked: "ar",
    entries: checkingPages,
  },
  "whoever looks at work on the spot, and whoever was looked at": {
    room: "learner",
    walked: "ar",
    entries: observingPages,
  },
  "whoever hands work in": { room: "learner", walked: "ar", entries: workingPages },
  "learners who share a phone": { room: "learner", walked: "zgh", entries: sharedPhone },
  "whoever signs in or checks a certificate": {
    room: "learner",
    walked: "each",
    entries: serverPages,
  },
  "the office": {
    room: "office",
    walked: "ar",
    entries: [
      ...officePages,
      ...markingPages,
      ...languagePages,
      ...competencyPages,
      ...designPages,
    ],
  },
  "whoever writes a course": {
    room: "office",
    walked: "ar",
    entries: [...studioPages, ...checklistPages, ...assignmentPages],
  },
  "whoever publishes for the first time": { room: "office", walked: "ar", entries: tourPages },
  "whoever keeps the library or approves": {
    room: "office",
    walked: "ar",
    entries: [...libraryPages, ...reviewPages, ...bankPages],
  },
  "whoever makes Twiza": { room: "developer", walked: "each", entries: developerPages },
  "whoever takes a component": { room: "developer", walked: "zgh", entries: componentPages },
} as const satisfies Record<string, Group>;
