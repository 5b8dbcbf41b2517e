import type { TakenChecklist } from "./draft.ts";
import type { About, Taken } from "./kept.ts";

const id = (prefix: string, digit: string) => `${prefix}_${digit.repeat(32)}`;

/** Pressing oil, for tests: three steps of which the first is critical. */
export const CHECKLIST = {
  id: id("chk", "a"),
  title: { fr: "Presser l’huile" },
  task: { fr: "Pressez un litre." },
  leastPercent: 60,
  criteria: [
    { id: "clean", text: { fr: "Les mains sont propres" }, critical: true },
    { id: "warm", text: { fr: "La pâte est tiède" } },
    { id: "clear", text: { fr: "L’huile est claire" } },
  ],
} as unknown as TakenChecklist;

export const LEARNER = {
  learnerId: id("lrn", "1"),
  name: "Fatima",
  version: 1,
  observed: {},
  hasPin: true,
  self: false,
} as unknown as Taken["learners"][number];

export const ABOUT: About = {
  cohortId: id("coh", "1"),
  learnerId: LEARNER.learnerId,
  learnerName: LEARNER.name,
  checklistId: CHECKLIST.id,
  version: 1,
  title: CHECKLIST.title,
};
