import * as z from "zod";
import { AccountId, CohortId, CourseId, OrganisationId } from "./id.ts";
import { PersonName, Phone } from "./person.ts";
import { TestTimes } from "./sitting-rules.ts";
import { Day, Instant, localized, text } from "./text.ts";

/** Whom its learners may call, and write to by WhatsApp: shown to them since that person agreed to it. */
export const CohortContact = z.strictObject({
  name: PersonName,
  phone: Phone,
  consentedAt: Instant,
});
export type CohortContact = z.infer<typeof CohortContact>;

/** A group that takes one course together. `issuing` says whether its certificates come by themselves. */
export const Cohort = z.strictObject({
  id: CohortId,
  organisationId: OrganisationId,
  courseId: CourseId,
  courseTitle: localized(200),
  name: text(120),
  trainerIds: z.array(AccountId).min(1).max(20),
  startsOn: Day,
  endsOn: Day,
  places: z.int().min(1).max(5000),
  taken: z.int().nonnegative(),
  joining: z.enum(["open", "by_invitation"]),
  issuing: z.enum(["automatic", "by_hand"]),
  contact: CohortContact.optional(),
  /** When its learners may sit the test. */
  test: TestTimes.optional(),
  createdAt: Instant,
});
export type Cohort = z.infer<typeof Cohort>;

/** What a learner sees of a cohort that she may join. */
export const CohortOffer = Cohort.pick({
  id: true,
  name: true,
  startsOn: true,
  endsOn: true,
}).extend({
  placesLeft: z.int().nonnegative(),
});
export type CohortOffer = z.infer<typeof CohortOffer>;
