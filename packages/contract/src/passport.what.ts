import * as z from "zod";
import { CohortId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { Passport } from "./passport.ts";
import { whose } from "./whose.ts";

export const passportWhat = what({
  readPassport: {
    summary: "What the learner has shown that she can do, from all courses, each with its evidence",
    query: z.strictObject(whose),
    reply: Passport,
    refusals: ["not_found", "learner.required"],
  },
  readLearnerPassport: {
    summary:
      "What a learner of a cohort has shown that she can do, from the courses whose progress may be read by who asks",
    params: z.strictObject({ cohortId: CohortId, learnerId: LearnerId }),
    reply: Passport,
    refusals: ["not_found"],
  },
});
