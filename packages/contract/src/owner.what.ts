import * as z from "zod";
import { CourseOwner } from "./course.what.ts";
import { AccountId, CourseId, IntentId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { PageToken } from "./text.ts";

const params = z.strictObject({ courseId: CourseId });

const OwnerCandidate = z.strictObject({ accountId: AccountId, name: PersonName });
export type OwnerCandidate = z.infer<typeof OwnerCandidate>;

const Owners = z.strictObject({ owners: z.array(CourseOwner) });

export const ownerWhat = what({
  listOwnerCandidates: {
    summary: "Trainers of the organisation who do not own the course yet, by name",
    params,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ candidates: z.array(OwnerCandidate), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
  addOwner: {
    summary: "Let another trainer of the organisation write and publish the course",
    params,
    body: z.strictObject({ intentId: IntentId, accountId: AccountId }),
    reply: Owners,
    refusals: ["not_found", "owner.not_trainer", "owner.too_many", "intent.reused"],
  },
  removeOwner: {
    summary: "Take the course from one of its owners; `leaving` confirms that it is oneself",
    params,
    body: z.strictObject({
      intentId: IntentId,
      accountId: AccountId,
      leaving: z.boolean().optional(),
    }),
    reply: Owners,
    refusals: ["not_found", "owner.last", "owner.oneself", "intent.reused"],
  },
});
