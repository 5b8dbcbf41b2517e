import * as z from "zod";
import { CourseId, IntentId, OrganisationId } from "./id.ts";
import { what } from "./operation.ts";
import { Partnership } from "./partnership.ts";
import { Instant, localized, PageToken } from "./text.ts";

export const partnershipWhat = what({
  listPartnerships: {
    summary:
      "Courses whose certificates are issued together with another institution, asked by this one or of it, 50 a page",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      partnerships: z.array(Partnership),
      next: PageToken.optional(),
    }),
  },
  readInstitution: {
    summary: "Whom an id names, before one asks them",
    params: z.strictObject({ organisationId: OrganisationId }),
    reply: z.strictObject({ id: OrganisationId, name: localized(200) }),
    refusals: ["not_found"],
  },
  askPartnership: {
    summary: "Ask another institution to stand behind the certificates of one of our courses",
    body: z.strictObject({ intentId: IntentId, courseId: CourseId, partnerId: OrganisationId }),
    status: 201,
    reply: Partnership,
    refusals: [
      "not_found",
      "partnership.own",
      "course.not_published",
      "partnership.exists",
      "partnership.too_many",
      "intent.reused",
    ],
  },
  answerPartnership: {
    summary: "Stand behind the certificates of another's course, or decline",
    params: z.strictObject({ courseId: CourseId }),
    body: z.strictObject({
      intentId: IntentId,
      accepts: z.boolean(),
      /** When what is answered was asked, as the person who answers saw it. */
      seenAt: Instant,
    }),
    reply: Partnership,
    refusals: ["not_found", "stale_write", "intent.reused"],
  },
  endPartnership: {
    summary:
      "Withdraw what was asked, or end what runs, by either side; certificates that were issued stay as they are",
    params: z.strictObject({
      courseId: CourseId,
      /** The partner's, whoever of both asks. */
      organisationId: OrganisationId,
    }),
    body: z.strictObject({ intentId: IntentId }),
    reply: Partnership,
    refusals: ["not_found", "stale_write", "intent.reused"],
  },
});
